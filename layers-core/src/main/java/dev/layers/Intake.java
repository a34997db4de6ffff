package dev.layers;

import dev.layers.preflight.Origin;
import dev.layers.preflight.PreflightReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads what is wanted, and says what of it is loaded already; tells no listener. */
final class Intake {
    private final ModuleRegistry registry;
    private final Ownership ownership;

    Intake(ModuleRegistry registry, Ownership ownership) {
        this.registry = registry;
        this.ownership = ownership;
    }

    /** Returns what became of each, in the same order; what others require need not provide a service. */
    List<Taken> take(List<Wanted> wanted) {
        List<Taken> taken = takeEach(wanted);
        Set<String> required =
                taken.stream().flatMap(one -> required(one).stream()).collect(Collectors.toSet());
        return taken.stream().map(one -> offering(one, required)).toList();
    }

    /** Reading does not depend on what else there is, so it is done side by side. */
    private List<Taken> takeEach(List<Wanted> wanted) {
        Taken[] taken = new Taken[wanted.size()];
        try (Crew crew = new Crew("layers read", registry.environment().contextLoader())) {
            crew.each(
                    IntStream.range(0, taken.length).boxed().toList(), index -> taken[index] = take(wanted.get(index)));
        }
        return List.of(taken);
    }

    private Taken take(Wanted wanted) {
        return known(wanted).orElseGet(() -> read(wanted));
    }

    /** Bytes that did not change are as good or bad as they were. */
    private Optional<Taken> known(Wanted wanted) {
        if (wanted.look() == Wanted.Look.READ) {
            return Optional.empty();
        }
        Optional<Taken> failure = ownership
                .failure(wanted.source().artifact())
                .filter(unfit -> unfit.wanted().isSame(wanted))
                .map(Taken.Unfit::told);
        return failure.or(() -> ownership
                .at(wanted.source().artifact())
                .filter(owned -> owned.wanted().source().equals(wanted.source()))
                .filter(owned -> isServing(owned.live()))
                .map(owned -> new Taken.Standing(wanted, owned.live())));
    }

    private Taken read(Wanted wanted) {
        Optional<String> absence = wanted.expected().absence();
        if (absence.isPresent()) {
            return unfit(wanted, absence.get());
        }
        try {
            return compare(wanted, Draft.examine(registry.environment(), wanted.source()));
        } catch (PreflightException refused) {
            PreflightReport report = refused.report();
            return new Taken.Unfit(
                    wanted,
                    module(wanted).or(report::module),
                    String.valueOf(refused.getMessage()),
                    report.origin(),
                    Optional.of(report),
                    Taken.Fault.ARTIFACT);
        }
    }

    private Taken compare(Wanted wanted, Draft draft) {
        Optional<String> wrong = DeploymentWording.unexpected(wanted, draft);
        if (wrong.isPresent()) {
            return new Taken.Unfit(
                    wanted,
                    module(wanted).or(() -> Optional.of(draft.module())),
                    wrong.get(),
                    draft.origin(),
                    Optional.empty(),
                    Taken.Fault.ARTIFACT);
        }
        return registry.find(draft.module())
                .filter(live -> isServing(live) && isSame(wanted, draft, live))
                .<Taken>map(live -> new Taken.Standing(wanted, live))
                .orElseGet(() -> new Taken.Fresh(wanted, draft));
    }

    private static boolean isServing(LiveModule live) {
        return live.status().state() == ModuleState.ACTIVE;
    }

    /** How the host loaded what is its own is its affair. */
    @SuppressWarnings("ReferenceEquality") // another module of that name is not the one that was loaded here
    private boolean isSame(Wanted wanted, Draft draft, LiveModule live) {
        boolean isAsWanted = ownership
                .module(draft.module())
                .filter(owned -> owned.live() == live)
                .map(owned ->
                        owned.wanted().source().options().equals(wanted.source().options()))
                .orElse(true);
        return isAsWanted
                && live.status().origin().digest().equals(draft.origin().digest());
    }

    /** Returns the name that its module has, if anything but reading it tells. */
    private Optional<String> module(Wanted wanted) {
        return wanted.expected()
                .module()
                .or(() -> ownership
                        .at(wanted.source().artifact())
                        .map(owned -> owned.live().name()));
    }

    private Taken.Unfit unfit(Wanted wanted, String reason) {
        Origin origin = new Origin(wanted.source().artifact().toString(), "", List.of());
        return new Taken.Unfit(wanted, module(wanted), reason, origin, Optional.empty(), Taken.Fault.SURROUNDINGS);
    }

    private static Set<String> required(Taken taken) {
        if (taken instanceof Taken.Fresh fresh) {
            return Needs.all(fresh.draft());
        }
        return taken instanceof Taken.Standing standing ? Needs.all(Standings.draft(standing.live())) : Set.of();
    }

    private static Taken offering(Taken taken, Set<String> required) {
        return taken instanceof Taken.Fresh fresh
                        && required.contains(fresh.draft().module())
                ? new Taken.Fresh(fresh.wanted(), packages(fresh.draft()))
                : taken;
    }

    private static Draft packages(Draft draft) {
        return draft.with(draft.source().options().offering(Offer.PACKAGES));
    }
}
