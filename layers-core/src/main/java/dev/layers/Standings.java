package dev.layers;

import dev.layers.internal.graph.DependencyGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands on what: of the modules that are loaded, and of those that are to take their places. */
final class Standings {
    private Standings() {}

    /** Returns what a module was made of that serves, or served last. */
    static Draft draft(LiveModule live) {
        return live.served().generation().draft();
    }

    /** Returns what must be there so that each can be. */
    static DependencyGraph strict(List<LiveModule> loaded, Collection<Agenda.Build> builds) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        loaded.forEach(live -> needs.put(live.name(), Needs.strict(live)));
        builds.forEach(build -> needs.put(build.change().module(), Needs.strict(build.draft())));
        return DependencyGraph.of(needs);
    }

    /** Returns what each stands on if it is there; what is loaded takes up what comes, unless that stands on it. */
    static DependencyGraph all(List<LiveModule> loaded, Collection<Agenda.Build> builds) {
        Set<String> built =
                builds.stream().map(build -> build.change().module()).collect(Collectors.toSet());
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        loaded.forEach(live -> needs.put(live.name(), Needs.all(live)));
        builds.forEach(build -> needs.put(build.change().module(), Needs.all(build.draft())));
        DependencyGraph standing = DependencyGraph.of(needs);
        loaded.stream()
                .filter(live -> !built.contains(live.name()) && live.serving().isPresent())
                .forEach(live -> needs.put(live.name(), takingUp(live, built)));
        DependencyGraph taking = DependencyGraph.of(needs);
        return taking.cycle().isEmpty() ? taking : standing;
    }

    private static Set<String> takingUp(LiveModule live, Set<String> built) {
        Set<String> needs = new LinkedHashSet<>(draft(live).options());
        needs.retainAll(built);
        needs.addAll(Needs.all(live));
        return needs;
    }

    /** Returns the names, each after what it stands on; as they came if new ones stand on what stood on the old ones. */
    static List<String> order(DependencyGraph graph) {
        return graph.cycle().isPresent() ? graph.names() : graph.order();
    }

    static List<String> reversed(List<String> names) {
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        return reversed;
    }
}
