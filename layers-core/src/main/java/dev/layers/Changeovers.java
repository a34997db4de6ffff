package dev.layers;

import dev.layers.internal.time.Deadline;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds out what has to be changed together, waits for its turn, and changes it. */
final class Changeovers {
    private final Environment environment;
    private final ModuleNames names;

    Changeovers(Environment environment, ModuleNames names) {
        this.environment = environment;
        this.names = names;
    }

    /**
     * What is asked for.
     *
     * @param changing the names of loaded modules that change, and take along what stands on them
     * @param drafts what shall serve, asked when it is the turn of those; others come back from their own drafts
     * @param without the names of loaded modules that none of them may stand on
     * @param claim what has the names of those that are not loaded
     */
    private record Request(
            Set<String> changing,
            Supplier<List<Draft>> drafts,
            Set<String> without,
            Crew crew,
            ModuleNames.Claim claim) {
        Request(Set<String> changing, Supplier<List<Draft>> drafts, Set<String> without, Crew crew) {
            this(changing, drafts, without, crew, new ModuleNames.Claim());
        }
    }

    /** Loads {@code draft} under a name that is free. */
    Changed load(Draft draft, Crew crew) {
        return claiming(List.of(draft), new Request(Set.of(), () -> List.of(draft), Set.of(), crew));
    }

    /** Loads {@code drafts}, which belong together, or takes over from the modules of their names that are loaded. */
    Changed change(List<Draft> drafts, Crew crew) {
        Set<String> loaded = drafts.stream()
                .map(Draft::module)
                .filter(name -> names.module(name).isPresent())
                .collect(Collectors.toSet());
        List<Draft> fresh = drafts.stream()
                .filter(draft -> !loaded.contains(draft.module()))
                .toList();
        return claiming(fresh, new Request(loaded, () -> drafts, Set.of(), crew));
    }

    /** Takes over from {@code root} with what {@code draft} reads when it is its turn. */
    Changed reload(LiveModule root, Supplier<Draft> draft, Crew crew) {
        return run(new Request(Set.of(root.name()), () -> List.of(draft.get()), Set.of(), crew));
    }

    /** Brings {@code changing} back so that they do not stand on {@code without}. */
    Changed bringBack(Set<String> changing, Set<String> without, Crew crew) {
        return run(new Request(changing, List::of, without, crew));
    }

    private Changed claiming(List<Draft> fresh, Request request) {
        try {
            fresh.forEach(draft -> claim(draft, request));
            return run(request);
        } finally {
            names.giveBack(request.claim());
        }
    }

    /** Of what has its name already it is known whether another generation is too many, and that is told once. */
    private void claim(Draft draft, Request request) {
        boolean isKnown = names.isClaimed(draft.module(), request.claim());
        telling(draft, () -> names.claim(draft, request.claim()));
        if (!isKnown) {
            checkBound(draft);
        }
    }

    private void checkBound(Draft draft) {
        telling(
                draft,
                () -> environment.bound().check(draft.module(), draft.source().artifact()));
    }

    private void telling(Draft draft, Runnable check) {
        try {
            check.run();
        } catch (LayerException refused) {
            environment.announcer().announceFailure(draft.origin(), refused);
            throw refused;
        }
    }

    /** Others may load what stands on the same modules until it is the turn of this; then there is more to take along. */
    private Changed run(Request request) {
        Deadline deadline = Deadline.in(environment.policies().unload().total());
        Set<String> also = new LinkedHashSet<>();
        while (true) {
            Stage stage = stage(request, also);
            Optional<Changed> done =
                    Turns.take(turns(stage.changing()), turns(stage.neighbours()), () -> attempt(request, stage, also));
            if (done.isPresent()) {
                return done.get();
            }
            if (deadline.isPast()) {
                throw ModuleWording.everChanging(request.changing());
            }
        }
    }

    /**
     * The modules whose turn it has to be.
     *
     * @param changing those that change
     * @param neighbours those that they may stand on
     */
    private record Stage(Set<LiveModule> changing, Set<LiveModule> neighbours) {
        /** What a record derives for this costs the first load in a JVM more than a bare layer does. */
        boolean isSame(Stage other) {
            return changing.equals(other.changing) && neighbours.equals(other.neighbours);
        }
    }

    private static List<Turn> turns(Set<LiveModule> modules) {
        return modules.stream().map(LiveModule::turn).toList();
    }

    private Stage stage(Request request, Set<String> also) {
        if (request.changing().isEmpty() && also.isEmpty()) {
            // a load that stands on the host alone
            return new Stage(Set.of(), Set.of());
        }
        Set<String> along = new LinkedHashSet<>(names.withDependents(request.changing()));
        along.removeAll(request.without());
        Set<LiveModule> changing = new LinkedHashSet<>(names.modules(along));
        Set<String> beside = new LinkedHashSet<>(also);
        changing.forEach(module -> beside.addAll(module.served().needs()));
        beside.removeAll(along);
        beside.removeAll(request.without());
        return new Stage(changing, new LinkedHashSet<>(names.modules(beside)));
    }

    /** Returns nothing if it has to be the turn of others; what else they may stand on is added to {@code also}. */
    private Optional<Changed> attempt(Request request, Stage stage, Set<String> also) {
        if (!stage.isSame(stage(request, also))) {
            return Optional.empty();
        }
        stage.changing().forEach(LiveModule::requireReloadable);
        Map<String, Draft> drafts = new LinkedHashMap<>();
        stage.changing()
                .forEach(module ->
                        drafts.put(module.name(), module.served().generation().draft()));
        request.drafts().get().forEach(draft -> drafts.put(draft.module(), draft));
        claimOthers(drafts.values(), stage, request);
        drafts.values().forEach(draft -> also.addAll(draft.needs()));
        also.removeAll(drafts.keySet());
        return stage.isSame(stage(request, also))
                ? Optional.of(changeover(drafts.values(), stage, request).run())
                : Optional.empty();
    }

    /** What was loaded when this was asked for may have been unloaded since; others may have taken its name. */
    private void claimOthers(Collection<Draft> drafts, Stage stage, Request request) {
        Set<String> changing = stage.changing().stream().map(LiveModule::name).collect(Collectors.toSet());
        drafts.stream().filter(draft -> !changing.contains(draft.module())).forEach(draft -> claim(draft, request));
    }

    private Changeover changeover(Collection<Draft> drafts, Stage stage, Request request) {
        List<List<Member>> levels = levels(drafts).stream()
                .map(level -> level.stream()
                        .map(draft -> new Member(environment, names, draft, names.module(draft.module())))
                        .toList())
                .toList();
        return new Changeover(
                environment,
                names,
                new Changeover.Setting(levels, List.copyOf(stage.neighbours()), request.crew(), request.claim()));
    }

    private List<List<Draft>> levels(Collection<Draft> drafts) {
        if (drafts.size() == 1) {
            return List.of(List.copyOf(drafts));
        }
        try {
            return new DraftOrder(drafts).levels();
        } catch (PreflightException refused) {
            environment.announcer().announceFailure(refused.report().origin(), refused);
            throw refused;
        }
    }
}
