package dev.layers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Does what an agenda says. */
final class Execution {
    private final ModuleRegistry registry;
    private final Ownership ownership;
    private final Agenda agenda;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    /** Why modules were not even tried, by name. */
    private final Map<String, String> skipped = new LinkedHashMap<>();

    Execution(ModuleRegistry registry, Ownership ownership, Agenda agenda) {
        this.registry = registry;
        this.ownership = ownership;
        this.agenda = agenda;
    }

    DeploymentReport run() {
        registry.requireOpen();
        ownership.forgetBusy();
        agenda.refused().forEach(this::refuse);
        agenda.moving().forEach(change -> announcer().announce(new LayerEvent.Planned(change, Duration.ZERO)));
        try {
            deployAll(Stages.of(agenda.builds()));
        } finally {
            // what was loaded before something unforeseen happened is owned all the same
            agenda.builds().forEach(this::own);
        }
        agenda.builds().forEach(this::remember);
        agenda.kept().forEach(this::keep);
        return new Accounts(agenda, outcomes, skipped).report();
    }

    private void deployAll(Stages stages) {
        stages.early().forEach(level -> deploy(level, List.of()));
        List<LiveModule> along = along(stages.changing());
        deploy(stages.changing(), along);
        stages.late().forEach(level -> deploy(level, List.of()));
        deploy(
                List.of(),
                agenda.leaving().stream()
                        .map(Agenda.Leave::live)
                        .filter(live -> !along.contains(live))
                        .toList());
        registry.takeUp(loaded()).forEach(this::note);
    }

    private List<String> loaded() {
        return outcomes.values().stream()
                .filter(outcome -> outcome.kind() == Change.Kind.LOAD)
                .map(Outcome::module)
                .toList();
    }

    private void note(Outcome outcome) {
        outcomes.merge(outcome.module(), outcome, (earlier, later) -> later.after(earlier));
    }

    /** Tells of it, once as long as nothing changes. */
    private void refuse(Agenda.Refusal refusal) {
        refusal.unfit().filter(ownership::isNews).ifPresent(unfit -> {
            announcer().announce(new LayerEvent.LoadFailed(unfit.origin(), unfit.reason(), unfit.refusal()));
            ownership.forgetFailure(unfit.wanted().source().artifact());
        });
        refusal.unfit().filter(unfit -> unfit.fault() == Taken.Fault.ARTIFACT).ifPresent(ownership::remember);
    }

    /** What leaves and stands on what changes leaves first, or it would be changed in vain. */
    private List<LiveModule> along(List<Agenda.Build> changing) {
        Set<String> names =
                changing.stream().map(build -> build.change().module()).collect(Collectors.toSet());
        Set<String> standing = Standings.all(registry.all(), List.of()).withDependents(names);
        return agenda.leaving().stream()
                .map(Agenda.Leave::live)
                .filter(live -> standing.contains(live.name()))
                .toList();
    }

    private void deploy(List<Agenda.Build> builds, List<LiveModule> leaving) {
        List<Draft> drafts = new ArrayList<>();
        for (Agenda.Build build : builds) {
            Needs.missing(build.draft(), this::hasFailed, registry)
                    .ifPresentOrElse(needed -> skip(build, needed), () -> drafts.add(build.draft()));
        }
        if (!drafts.isEmpty() || !leaving.isEmpty()) {
            registry.deploy(new Batch(drafts, leaving)).forEach(this::note);
        }
    }

    private boolean hasFailed(String module) {
        return skipped.containsKey(module)
                || Optional.ofNullable(outcomes.get(module))
                        .flatMap(Outcome::failure)
                        .isPresent();
    }

    private void skip(Agenda.Build build, String needed) {
        String reason = ModuleWording.abandonedText(build.draft(), needed);
        skipped.put(build.change().module(), reason);
        announcer().announce(new LayerEvent.LoadFailed(build.draft().origin(), reason, Optional.empty()));
    }

    @SuppressWarnings("ReferenceEquality") // what serves was made of this draft, or of another one
    private void own(Agenda.Build build) {
        registry.find(build.change().module())
                .filter(live -> Standings.draft(live) == build.draft())
                .ifPresent(live -> ownership.own(live, build.wanted()));
    }

    private void remember(Agenda.Build build) {
        Optional.ofNullable(outcomes.get(build.change().module()))
                .flatMap(Outcome::failure)
                .ifPresent(failure -> remember(build, failure));
    }

    private void remember(Agenda.Build build, LayerException failure) {
        if (isLasting(failure)) {
            ownership.remember(new Taken.Unfit(
                    build.wanted(),
                    Optional.of(build.change().module()),
                    String.valueOf(failure.getMessage()),
                    build.draft().origin(),
                    Optional.empty(),
                    Taken.Fault.ARTIFACT));
        } else if (isPassing(failure)) {
            ownership.rememberBusy(build.wanted().source().artifact());
        }
    }

    /** What was busy may be at rest later. */
    private static boolean isPassing(LayerException failure) {
        return failure instanceof ModuleBusyException
                || failure instanceof ReloadRefusedException
                || failure instanceof TooManyGenerationsException;
    }

    /** Code that failed fails again; what was missing may come. */
    private static boolean isLasting(LayerException failure) {
        return failure instanceof ModuleStartException
                || failure instanceof ProviderCreationException
                || failure instanceof ProviderMissingException;
    }

    /** What moved to another path is found there from now on. */
    private void keep(Agenda.Keep keep) {
        if (keep.change().reason().isEmpty()) {
            ownership.own(keep.live(), keep.wanted());
        }
    }

    private Announcer announcer() {
        return registry.environment().announcer();
    }
}
