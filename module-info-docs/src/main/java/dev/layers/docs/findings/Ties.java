package dev.layers.docs.findings;

import dev.layers.docs.model.DocumentedModule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which module stands on which: by its descriptor or, where it has none, by what its classes use. */
record Ties(Map<String, NavigableSet<String>> targets) {
    /** Returns those of the documented modules among each other. */
    static Ties of(Surroundings surroundings) {
        Map<String, NavigableSet<String>> targets = new TreeMap<>();
        surroundings.documented().forEach(module -> targets.put(module.name(), targets(module, surroundings)));
        return among(targets);
    }

    /** Returns those of all modules; what a known one only needs to be compiled is not there when it is linked. */
    static Ties withKnown(Surroundings surroundings) {
        Map<String, NavigableSet<String>> targets = new TreeMap<>();
        surroundings.all().forEach((name, descriptor) -> targets.put(name, required(descriptor)));
        surroundings.documented().forEach(module -> targets.put(module.name(), targets(module, surroundings)));
        return among(targets);
    }

    private static Ties among(Map<String, NavigableSet<String>> targets) {
        targets.forEach((name, others) -> {
            others.remove(name);
            others.retainAll(targets.keySet());
        });
        return new Ties(targets);
    }

    /** Returns the modules that a module stands on directly. */
    NavigableSet<String> neededBy(String module) {
        return targets.getOrDefault(module, Collections.emptyNavigableSet());
    }

    private static NavigableSet<String> required(ModuleDescriptor known) {
        return known.requires().stream()
                .filter(requires -> !requires.modifiers().contains(Modifier.STATIC))
                .map(Requires::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Ties reversed() {
        Map<String, NavigableSet<String>> sources = new TreeMap<>();
        targets.keySet().forEach(name -> sources.put(name, new TreeSet<>()));
        targets.forEach((from, others) -> others.forEach(
                to -> sources.computeIfAbsent(to, name -> new TreeSet<>()).add(from)));
        return new Ties(sources);
    }

    /** Returns what is reached from a module, itself included if there is a way back. */
    NavigableSet<String> reachedFrom(String module) {
        return new TreeSet<>(arrivals(neededBy(module)).keySet());
    }

    /** Returns a shortest way from one of some modules to a module, both ends included; empty if there is none. */
    List<String> way(Collection<String> from, String to) {
        Map<String, String> arrivals = arrivals(from);
        List<String> way = new ArrayList<>();
        String step = arrivals.containsKey(to) ? to : "";
        while (!step.isEmpty()) {
            way.add(0, step);
            step = arrivals.getOrDefault(step, "");
        }
        return way;
    }

    /** Returns, for each module that is reached, the one before it; empty for a start. */
    private Map<String, String> arrivals(Collection<String> starts) {
        Map<String, String> arrivals = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        starts.stream().sorted().forEach(start -> {
            arrivals.put(start, "");
            open.add(start);
        });
        while (!open.isEmpty()) {
            String name = open.remove();
            for (String next : neededBy(name)) {
                if (arrivals.putIfAbsent(next, name) == null) {
                    open.add(next);
                }
            }
        }
        return arrivals;
    }

    private static NavigableSet<String> targets(DocumentedModule module, Surroundings surroundings) {
        NavigableSet<String> targets = new TreeSet<>();
        module.descriptor().requires().stream().map(Requires::name).forEach(targets::add);
        if (module.descriptor().isAutomatic()) {
            targets.addAll(surroundings.ownersOf(module.content().packagesUsed()));
        }
        return targets;
    }
}
