package dev.layers;

import dev.layers.internal.collect.VirtualMachine;
import dev.layers.internal.collect.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the released generations of each module that the JVM does not let go, and says when there are too many.
 *
 * <p>What no collection has looked at is garbage, not a leak, and counts for nothing: a generation counts when it has outlived
 * two collections that unload classes, or where the JVM never unloads any.
 */
final class GenerationBound {
    /** Finalizers and cleaners take a second collection. */
    private static final int COUNTING = 2;

    private final GenerationPolicy policy;
    private final Judge judge;
    private final Announcer announcer;
    /** By the name of the module; holds nothing that is collected. */
    private final Map<String, Set<Released>> released = new ConcurrentHashMap<>();

    GenerationBound(GenerationPolicy policy, Judge judge, Announcer announcer) {
        this.policy = policy;
        this.judge = judge;
        this.announcer = announcer;
    }

    /** A generation that was let go, as far as it is. */
    private record Released(GenerationName name, Watch watch) {}

    /** Counts {@code name} until it is collected, or nobody looks any longer. */
    @SuppressWarnings("FutureReturnValueIgnored") // forgetting cannot fail
    void add(GenerationName name, Judgement judgement) {
        Released generation = new Released(name, judgement.watch());
        released.compute(name.module(), (module, all) -> {
            Set<Released> more = all == null ? ConcurrentHashMap.newKeySet() : all;
            more.add(generation);
            return more;
        });
        judgement.collected().whenComplete((collected, ended) -> remove(generation));
    }

    /**
     * Does what the policy says if too many generations of {@code module} are left; looks first whether they still are, where
     * collections may be requested.
     *
     * @throws TooManyGenerationsException if another one must not be loaded
     */
    void check(String module, Path artifact) {
        Set<Released> all = released.getOrDefault(module, Set.of());
        if (policy.excess() == GenerationPolicy.Excess.GO_ON || all.size() < policy.limit()) {
            return;
        }
        boolean unloading = VirtualMachine.running().isUnloading();
        if (unloading && judge.isRequesting()) {
            glance(all);
        }
        List<GenerationName> counted = left(all, unloading ? COUNTING : 0).stream()
                .map(Released::name)
                .sorted(Comparator.comparingInt(GenerationName::number))
                .toList();
        if (counted.size() >= policy.limit()) {
            exceed(artifact, counted);
        }
    }

    private void glance(Set<Released> all) {
        List<Released> left = left(all, 0);
        if (left.size() >= policy.limit()) {
            judge.glance(left.stream().map(Released::watch).toList()).join();
        }
    }

    private void exceed(Path artifact, List<GenerationName> counted) {
        if (policy.excess() == GenerationPolicy.Excess.REFUSE) {
            throw ModuleWording.tooManyGenerations(artifact, counted, policy.limit());
        }
        LayerEvent event = new LayerEvent.TooManyGenerations(counted.get(0).module(), counted, policy.limit());
        announcer.warn(event, ModuleWording.manyGenerations(artifact, counted, policy.limit()));
    }

    /** A module that is reloaded all the time has hundreds that no collection has looked at: the count is the cheaper question. */
    private static List<Released> left(Set<Released> all, int outlived) {
        List<Released> left = new ArrayList<>();
        for (Released generation : all) {
            if (generation.watch().outlived() >= outlived && !generation.watch().isGone()) {
                left.add(generation);
            }
        }
        return left;
    }

    private void remove(Released generation) {
        released.computeIfPresent(generation.name().module(), (module, all) -> {
            all.remove(generation);
            return all.isEmpty() ? null : all;
        });
    }
}
