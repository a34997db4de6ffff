package dev.layers;

import dev.layers.internal.graph.DependencyGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which batches builds are made. What is reloaded together is all or nothing; what is loaded for the first time fails
 * alone, so modules that others stand on are loaded before those.
 *
 * @param early what stands on nothing that is reloaded: each batch stands on earlier ones
 * @param changing what is reloaded, and what that newly stands on
 * @param late what stands on what is reloaded: each batch stands on earlier ones
 */
record Stages(List<List<Agenda.Build>> early, List<Agenda.Build> changing, List<List<Agenda.Build>> late) {
    /** Returns the stages of {@code builds}, none of which stands on itself. */
    static Stages of(Collection<Agenda.Build> builds) {
        Map<String, Agenda.Build> byName = new HashMap<>();
        builds.forEach(build -> byName.put(build.change().module(), build));
        DependencyGraph graph = Standings.all(List.of(), builds);
        Set<String> reloads = builds.stream()
                .map(Agenda.Build::change)
                .filter(change -> change.kind() == Change.Kind.RELOAD)
                .map(Change::module)
                .collect(Collectors.toSet());
        Set<String> above = graph.withDependents(reloads);
        Set<String> below = graph.withNeeds(reloads);
        List<List<Agenda.Build>> early = new ArrayList<>();
        List<Agenda.Build> changing = new ArrayList<>();
        List<List<Agenda.Build>> late = new ArrayList<>();
        for (List<String> level : levels(builds)) {
            early.add(builds(level, byName, name -> !above.contains(name)));
            changing.addAll(builds(level, byName, name -> above.contains(name) && below.contains(name)));
            late.add(builds(level, byName, name -> above.contains(name) && !below.contains(name)));
        }
        return new Stages(filled(early), changing, filled(late));
    }

    /** Returns all builds in the order in which they are made. */
    List<Agenda.Build> all() {
        return Stream.of(
                        early.stream().flatMap(List::stream),
                        changing.stream(),
                        late.stream().flatMap(List::stream))
                .flatMap(builds -> builds)
                .toList();
    }

    private static List<List<String>> levels(Collection<Agenda.Build> builds) {
        return new DraftOrder(builds.stream().map(Agenda.Build::draft).toList())
                .levels().stream()
                        .map(level -> level.stream().map(Draft::module).toList())
                        .toList();
    }

    private static List<Agenda.Build> builds(
            List<String> level, Map<String, Agenda.Build> byName, Predicate<String> wanted) {
        return level.stream()
                .filter(wanted)
                .flatMap(name -> Stream.ofNullable(byName.get(name)))
                .toList();
    }

    private static List<List<Agenda.Build>> filled(List<List<Agenda.Build>> levels) {
        return levels.stream().filter(level -> !level.isEmpty()).toList();
    }
}
