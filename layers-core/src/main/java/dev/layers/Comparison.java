package dev.layers;

import dev.layers.internal.graph.DependencyGraph;
import dev.layers.preflight.Finding;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compares what is wanted with what is loaded. */
final class Comparison {
    private final ModuleRegistry registry;
    private final Ownership ownership;
    private final String what;
    private final Map<String, Agenda.Build> builds = new LinkedHashMap<>();
    private final Map<String, Agenda.Keep> kept = new LinkedHashMap<>();
    private final Map<String, Agenda.Leave> leaving = new LinkedHashMap<>();
    private final List<Agenda.Refusal> refused = new ArrayList<>();
    /** The names of modules that are wanted, in whatever state they are. */
    private final Set<String> claimed = new HashSet<>();

    private Comparison(ModuleRegistry registry, Ownership ownership, String what) {
        this.registry = registry;
        this.ownership = ownership;
        this.what = what;
    }

    /**
     * Returns what has to be done.
     *
     * @param what the directory or file, for messages
     */
    static Agenda of(ModuleRegistry registry, Ownership ownership, String what, List<Taken> taken) {
        Comparison comparison = new Comparison(registry, ownership, what);
        Namesakes namesakes = Namesakes.of(taken, ownership);
        namesakes.single().forEach(comparison::add);
        namesakes.refused().forEach(comparison::refuse);
        comparison.refuseCycles();
        comparison.refuseDependents();
        comparison.leave();
        return comparison.agenda();
    }

    private void add(Taken taken) {
        if (taken instanceof Taken.Fresh fresh) {
            claimed.add(fresh.draft().module());
            compare(fresh);
        } else if (taken instanceof Taken.Standing standing) {
            claimed.add(standing.live().name());
            keep(standing);
        } else if (taken instanceof Taken.Unfit unfit) {
            refuse(unfit);
        }
    }

    private void keep(Taken.Standing standing) {
        LiveModule live = standing.live();
        String reason = owned(live).isPresent() ? "" : DeploymentWording.adopted();
        Change change = Changes.of(live, Change.Kind.KEEP, standing.wanted().shown(), reason);
        kept.put(live.name(), new Agenda.Keep(change, standing.wanted(), live));
    }

    private void compare(Taken.Fresh fresh) {
        Optional<LiveModule> live = registry.find(fresh.draft().module());
        if (live.isPresent() && owned(live.get()).isEmpty()) {
            refuse(fresh, DeploymentWording.notOwn(live.get().status(), what));
            return;
        }
        Change change = live.map(loaded -> Changes.reload(loaded, fresh)).orElseGet(() -> Changes.load(fresh));
        builds.put(change.module(), new Agenda.Build(change, fresh.wanted(), fresh.draft()));
    }

    @SuppressWarnings("ReferenceEquality") // another module of that name is not the one that was loaded here
    private Optional<Ownership.Owned> owned(LiveModule live) {
        return ownership.module(live.name()).filter(owned -> owned.live() == live);
    }

    private void refuse(Taken.Unfit unfit) {
        unfit.module().ifPresent(claimed::add);
        Optional<LiveModule> live = unfit.module().flatMap(registry::find);
        refused.add(new Agenda.Refusal(Changes.refuse(unfit, live), Optional.of(unfit)));
    }

    private void refuse(Taken.Fresh fresh, String reason) {
        Draft draft = fresh.draft();
        refuse(new Taken.Unfit(
                fresh.wanted(),
                Optional.of(draft.module()),
                reason,
                draft.origin(),
                Optional.empty(),
                Taken.Fault.SURROUNDINGS));
    }

    /** What stands on itself can never be loaded. */
    private void refuseCycles() {
        Optional<List<String>> cycle = cycle();
        while (cycle.isPresent()) {
            String text = DependencyGraph.text(cycle.get());
            cycle.get().forEach(name -> refuseCyclic(name, text));
            cycle = cycle();
        }
    }

    /** Returns a cycle that new modules are in. */
    private Optional<List<String>> cycle() {
        return Standings.strict(registry.all(), builds.values())
                .cycle()
                .filter(names -> names.stream().anyMatch(builds::containsKey));
    }

    private void refuseCyclic(String name, String cycle) {
        Optional.ofNullable(builds.remove(name)).ifPresent(build -> {
            Draft draft = build.draft();
            Finding finding = Rule.REQUIRES_CYCLE.at(draft.source().artifact(), cycle);
            PreflightException refusal =
                    new PreflightException(new PreflightReport(draft.origin(), Optional.of(name), List.of(finding)));
            refuse(new Taken.Unfit(
                    build.wanted(),
                    Optional.of(name),
                    String.valueOf(refusal.getMessage()),
                    draft.origin(),
                    Optional.of(refusal.report()),
                    Taken.Fault.SURROUNDINGS));
        });
    }

    /** What requires a module that is refused, and not loaded, is refused too. */
    private void refuseDependents() {
        Set<String> missing = new HashSet<>();
        refused.forEach(refusal -> missing.add(refusal.change().module()));
        missing.removeAll(builds.keySet());
        for (String name : Standings.order(Standings.strict(List.of(), builds.values()))) {
            Agenda.Build build = Objects.requireNonNull(builds.get(name));
            Needs.missing(build.draft(), missing::contains, registry).ifPresent(needed -> {
                missing.add(name);
                builds.remove(name);
                refuse(
                        new Taken.Fresh(build.wanted(), build.draft()),
                        ModuleWording.abandonedText(build.draft(), needed));
            });
        }
    }

    /** What is owned and not wanted leaves, unless something stays that requires it. */
    private void leave() {
        List<Ownership.Owned> unwanted = ownership.all().stream()
                .filter(owned -> !claimed.contains(owned.live().name()))
                .toList();
        DependencyGraph strict = Standings.strict(registry.all(), builds.values());
        List<String> staying = new ArrayList<>(strict.names());
        unwanted.forEach(owned -> staying.remove(owned.live().name()));
        Set<String> needed = strict.withNeeds(staying);
        for (Ownership.Owned owned : unwanted) {
            String name = owned.live().name();
            if (needed.contains(name)) {
                refuse(owned, DeploymentWording.stillRequired(dependents(strict, name, staying)));
            } else {
                leaving.put(name, new Agenda.Leave(change(owned, Change.Kind.UNLOAD, ""), owned.live()));
            }
        }
    }

    private static List<String> dependents(DependencyGraph strict, String name, List<String> staying) {
        return strict.withDependents(List.of(name)).stream()
                .filter(staying::contains)
                .toList();
    }

    private void refuse(Ownership.Owned owned, String reason) {
        refused.add(new Agenda.Refusal(change(owned, Change.Kind.REFUSE, reason), Optional.empty()));
    }

    private static Change change(Ownership.Owned owned, Change.Kind kind, String reason) {
        return Changes.of(owned.live(), kind, owned.wanted().shown(), reason);
    }

    private Agenda agenda() {
        DependencyGraph standings = Standings.all(registry.all(), builds.values());
        List<Change> following = following(standings);
        List<String> order = Standings.order(standings);
        return new Agenda(
                Stages.of(builds.values()).all(),
                following,
                Standings.reversed(order).stream()
                        .filter(leaving::containsKey)
                        .map(leaving::get)
                        .toList(),
                List.copyOf(kept.values()),
                refused);
    }

    private List<Change> following(DependencyGraph standings) {
        Set<String> roots = new HashSet<>(builds.keySet());
        roots.addAll(leaving.keySet());
        return Standings.order(standings.part(standings.withDependents(roots))).stream()
                .filter(name -> !roots.contains(name))
                .flatMap(name -> registry.find(name).stream())
                .map(live -> follow(live, standings, roots))
                .toList();
    }

    private Change follow(LiveModule live, DependencyGraph standings, Set<String> roots) {
        List<String> causes = standings.withNeeds(List.of(live.name())).stream()
                .filter(roots::contains)
                .toList();
        Agenda.Keep wanted = kept.get(live.name());
        String shown = wanted == null
                ? live.status().origin().artifact()
                : wanted.wanted().shown();
        return Changes.follow(live, shown, causes);
    }
}
