package dev.layers.internal.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names and what each of them stands on.
 *
 * <p>Every result keeps to the order in which the names were given, wherever what stands on what leaves a choice. Walks
 * without recursion: chains may be as long as there are names.
 */
public final class DependencyGraph {
    private final Map<String, Set<String>> needs;
    private final Map<String, Set<String>> dependents;
    private final Map<String, Integer> places;

    private DependencyGraph(Map<String, Set<String>> needs) {
        this.needs = needs;
        this.dependents = reversed(needs);
        this.places = new HashMap<>();
        needs.keySet().forEach(name -> places.put(name, places.size()));
    }

    /** Returns the graph of names and what each stands on; what is not itself among the names is left out. */
    public static DependencyGraph of(Map<String, ? extends Collection<String>> needs) {
        Map<String, Set<String>> among = new LinkedHashMap<>();
        needs.forEach((name, needed) -> among.put(name, kept(needed, needs.keySet())));
        return new DependencyGraph(among);
    }

    private static Set<String> kept(Collection<String> names, Set<String> wanted) {
        if (names.isEmpty()) {
            return Set.of();
        }
        Set<String> kept = new LinkedHashSet<>(names);
        kept.retainAll(wanted);
        return kept;
    }

    private static Map<String, Set<String>> reversed(Map<String, Set<String>> needs) {
        Map<String, Set<String>> reversed = new HashMap<>();
        needs.forEach((name, needed) -> needed.forEach(other ->
                reversed.computeIfAbsent(other, first -> new LinkedHashSet<>()).add(name)));
        return reversed;
    }

    /** Returns the graph of those of its names that are among {@code names}. */
    public DependencyGraph part(Collection<String> names) {
        Map<String, Set<String>> part = new LinkedHashMap<>();
        inGivenOrder(names).forEach(name -> part.put(name, needs(name)));
        return of(part);
    }

    /** Returns all names in the order in which they were given. */
    public List<String> names() {
        return List.copyOf(needs.keySet());
    }

    /** Returns what {@code name} stands on directly. */
    public Set<String> needs(String name) {
        return Collections.unmodifiableSet(needs.getOrDefault(name, Set.of()));
    }

    /** Returns what stands on {@code name} directly. */
    public Set<String> dependents(String name) {
        return Collections.unmodifiableSet(dependents.getOrDefault(name, Set.of()));
    }

    /** Returns {@code names}, as far as they are its own, and all that stands on them, directly or not. */
    public Set<String> withDependents(Collection<String> names) {
        return reached(names, List.of(dependents));
    }

    /** Returns {@code names}, as far as they are its own, and all that they stand on, directly or not. */
    public Set<String> withNeeds(Collection<String> names) {
        return reached(names, List.of(needs));
    }

    /**
     * Returns the names, each after all that it stands on.
     *
     * @throws IllegalStateException if there is a cycle
     */
    public List<String> order() {
        return levels().stream().flatMap(List::stream).toList();
    }

    /**
     * Returns the names in levels: each stands on names of earlier levels alone, so those of one level can be built
     * side by side.
     *
     * @throws IllegalStateException if there is a cycle
     */
    public List<List<String>> levels() {
        List<List<String>> levels = stacked();
        cycle(levels).ifPresent(cycle -> {
            throw new IllegalStateException("Names stand on each other: %s".formatted(text(cycle)));
        });
        return levels;
    }

    /** Returns the parts that have nothing to do with each other, each with its names as given. */
    public List<DependencyGraph> components() {
        List<DependencyGraph> components = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : needs.keySet()) {
            if (!seen.contains(name)) {
                Set<String> connected = reached(Set.of(name), List.of(needs, dependents));
                seen.addAll(connected);
                components.add(part(connected));
            }
        }
        return components;
    }

    /** Returns a cycle if there is one: the names in it, each standing on the next and the last on the first. */
    public Optional<List<String>> cycle() {
        return cycle(stacked());
    }

    private Optional<List<String>> cycle(List<List<String>> stacked) {
        Set<String> left = new LinkedHashSet<>(needs.keySet());
        stacked.forEach(level -> level.forEach(left::remove));
        return left.isEmpty() ? Optional.empty() : Optional.of(cycleAmong(left));
    }

    /** Returns a cycle in words, {@code 'a' requires 'b' requires 'a'}. */
    public static String text(List<String> cycle) {
        List<String> closed = new ArrayList<>(cycle);
        closed.add(cycle.get(0));
        return "'%s'".formatted(String.join("' requires '", closed));
    }

    /** Returns levels as far as they go: what is in a cycle, or stands on one, is in none. */
    private List<List<String>> stacked() {
        Map<String, Integer> open = new LinkedHashMap<>();
        needs.forEach((name, needed) -> open.put(name, needed.size()));
        List<List<String>> levels = new ArrayList<>();
        List<String> level =
                needs.keySet().stream().filter(name -> needs(name).isEmpty()).toList();
        while (!level.isEmpty()) {
            levels.add(level);
            level = freed(level, open);
        }
        return levels;
    }

    private List<String> freed(List<String> built, Map<String, Integer> open) {
        Set<String> freed = new HashSet<>();
        for (String name : built) {
            for (String dependent : dependents(name)) {
                if (open.merge(dependent, -1, Integer::sum) == 0) {
                    freed.add(dependent);
                }
            }
        }
        return inGivenOrder(freed);
    }

    private List<String> inGivenOrder(Collection<String> some) {
        if (some.size() < 2) {
            return some.stream().filter(places::containsKey).toList();
        }
        return some.stream()
                .filter(places::containsKey)
                .distinct()
                .sorted(Comparator.comparing(places::get))
                .toList();
    }

    /** Follows what is left, of which each stands on something that is left, until it comes by where it was. */
    private List<String> cycleAmong(Set<String> left) {
        Set<String> path = new LinkedHashSet<>();
        String name = left.iterator().next();
        while (path.add(name)) {
            name = needs(name).stream().filter(left::contains).findFirst().orElseThrow();
        }
        List<String> way = List.copyOf(path);
        return fromTheEarliest(way.subList(way.indexOf(name), way.size()));
    }

    private List<String> fromTheEarliest(List<String> cycle) {
        List<String> turned = new ArrayList<>(cycle);
        Collections.rotate(turned, -cycle.indexOf(inGivenOrder(cycle).get(0)));
        return List.copyOf(turned);
    }

    private Set<String> reached(Collection<String> from, List<Map<String, Set<String>>> ways) {
        Set<String> reached = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(inGivenOrder(from));
        while (!left.isEmpty()) {
            String name = left.removeFirst();
            if (reached.add(name)) {
                ways.forEach(way -> left.addAll(way.getOrDefault(name, Set.of())));
            }
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(inGivenOrder(reached)));
    }
}
