package dev.layers;

import dev.layers.preflight.PreflightReport;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tries whether what an agenda builds goes together, in the order in which it would be built. Layers are defined for what
 * stands on them, and let go; no class is loaded.
 */
final class Rehearsal {
    private final ModuleRegistry registry;
    private final Trial trial = new Trial();
    private final Map<String, Agenda.Refusal> refused = new LinkedHashMap<>();
    /** What is reloaded with what changes, by name. */
    private final Map<String, Change> following = new LinkedHashMap<>();

    private Rehearsal(ModuleRegistry registry, List<Change> following) {
        this.registry = registry;
        following.forEach(change -> this.following.put(change.module(), change));
    }

    /** Returns {@code agenda} with what would be refused among the refusals. */
    static Agenda of(ModuleRegistry registry, Agenda agenda) {
        Rehearsal rehearsal = new Rehearsal(registry, agenda.following());
        try {
            rehearsal.run(agenda);
        } finally {
            rehearsal.trial.close();
        }
        Set<String> names = rehearsal.refused.keySet();
        return without(agenda, names)
                .admitting(change -> !names.contains(change.module()))
                .refusing(List.copyOf(rehearsal.refused.values()));
    }

    /** What would be refused is not told to stay as well. */
    private static Agenda without(Agenda agenda, Set<String> refused) {
        Set<String> following = agenda.following().stream()
                .map(Change::module)
                .filter(refused::contains)
                .collect(Collectors.toSet());
        List<Agenda.Keep> kept = agenda.kept().stream()
                .filter(keep -> !following.contains(keep.live().name()))
                .toList();
        return new Agenda(agenda.builds(), agenda.following(), agenda.leaving(), kept, agenda.refused());
    }

    private void run(Agenda agenda) {
        Stages stages = Stages.of(agenda.builds());
        stages.early().forEach(level -> level.forEach(this::alone));
        together(stages.changing());
        stages.late().forEach(level -> level.forEach(this::alone));
    }

    private void alone(Agenda.Build build) {
        Optional<String> missing = Needs.missing(build.draft(), refused::containsKey, registry);
        if (missing.isPresent()) {
            refuse(build, ModuleWording.abandonedText(build.draft(), missing.get()), Optional.empty());
        } else {
            attempt(build.draft()).ifPresent(failure -> refuse(build, failure));
        }
    }

    /** What is changed together is changed as a whole or not at all. */
    private void together(List<Agenda.Build> builds) {
        Map<String, Agenda.Build> byName = new HashMap<>();
        Map<String, Draft> drafts = new LinkedHashMap<>();
        following
                .values()
                .forEach(change -> registry.find(change.module())
                        .ifPresent(live -> drafts.put(live.name(), Standings.draft(live))));
        for (Agenda.Build build : builds) {
            byName.put(build.change().module(), build);
            drafts.put(build.change().module(), build.draft());
        }
        for (List<Draft> component : new DraftOrder(drafts.values()).components()) {
            together(new DraftOrder(component).levels(), byName);
        }
    }

    private void together(List<List<Draft>> levels, Map<String, Agenda.Build> builds) {
        for (List<Draft> level : levels) {
            Map<String, PreflightException> culprits = new LinkedHashMap<>();
            level.forEach(draft -> attempt(draft).ifPresent(failure -> culprits.put(draft.module(), failure)));
            if (!culprits.isEmpty()) {
                giveUp(levels, culprits, builds);
                return;
            }
        }
    }

    private void giveUp(
            List<List<Draft>> levels, Map<String, PreflightException> culprits, Map<String, Agenda.Build> builds) {
        String first = culprits.keySet().iterator().next();
        for (Draft draft : levels.stream().flatMap(List::stream).toList()) {
            trial.remove(draft.module());
            Agenda.Build build = builds.get(draft.module());
            PreflightException own = culprits.get(draft.module());
            if (build != null && own != null) {
                refuse(build, own);
            } else if (build != null) {
                refuse(build, ModuleWording.abandonedText(draft, first), Optional.empty());
            } else if (own != null) {
                refuseFollowing(draft.module(), String.valueOf(own.getMessage()));
            }
        }
    }

    /** Returns why {@code draft} is refused; else it is there for those that stand on it. */
    private Optional<PreflightException> attempt(Draft draft) {
        try {
            trial.add(draft.examine(this::find));
            return Optional.empty();
        } catch (PreflightException failure) {
            return Optional.of(failure);
        }
    }

    private Optional<? extends Neighbour> find(String name) {
        Optional<Neighbour> here = trial.find(name);
        return here.isEmpty()
                ? registry.find(name)
                        .filter(live -> live.state() == ModuleState.ACTIVE)
                        .map(live -> live.served().generation())
                : here;
    }

    private void refuse(Agenda.Build build, PreflightException failure) {
        refuse(build, String.valueOf(failure.getMessage()), Optional.of(failure.report()));
    }

    private void refuseFollowing(String module, String reason) {
        Change change = Objects.requireNonNull(following.get(module));
        refused.put(module, new Agenda.Refusal(Changes.refused(change, reason), Optional.empty()));
    }

    private void refuse(Agenda.Build build, String reason, Optional<PreflightReport> report) {
        Draft draft = build.draft();
        Taken.Unfit unfit = new Taken.Unfit(
                build.wanted(), Optional.of(draft.module()), reason, draft.origin(), report, Taken.Fault.SURROUNDINGS);
        refused.put(draft.module(), new Agenda.Refusal(Changes.refused(build.change(), reason), Optional.of(unfit)));
    }
}
