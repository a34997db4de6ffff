package dev.layers.docs.read;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.ModuleContent;
import dev.layers.docs.model.TypeUse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Types that are above themselves. No compiler writes them and no JVM loads them; left in, they would lead whoever goes from
 * a type to its supertypes around for ever.
 */
record SupertypeCircles(Set<String> names) {
    static SupertypeCircles in(List<DocumentedModule> modules) {
        Map<String, Set<String>> above = new HashMap<>();
        modules.stream()
                .flatMap(module -> module.content().types().stream())
                .forEach(type -> above.computeIfAbsent(type.name(), name -> new HashSet<>())
                        .addAll(supertypes(type).toList()));
        return new SupertypeCircles(Set.copyOf(endless(above)));
    }

    /** Returns the module without those of its types that are in a circle. */
    DocumentedModule removedFrom(DocumentedModule module) {
        if (of(module).isEmpty()) {
            return module;
        }
        ModuleContent content = module.content();
        List<DocumentedType> types = content.types().stream()
                .filter(type -> !names.contains(type.name()))
                .toList();
        return new DocumentedModule(
                module.descriptor(),
                new ModuleContent(
                        types,
                        content.packagesUsed(),
                        content.typesExposed(),
                        content.membersUsed(),
                        content.summary()));
    }

    /** Returns the names of the module's types that are in a circle. */
    List<String> of(DocumentedModule module) {
        return names.isEmpty()
                ? List.of()
                : module.content().types().stream()
                        .map(DocumentedType::name)
                        .filter(names::contains)
                        .toList();
    }

    /** Takes away again and again what no way goes on from, upwards and then downwards: what is left has no end. */
    private static Set<String> endless(Map<String, Set<String>> above) {
        Map<String, Set<String>> below = turned(withoutEnds(above));
        return withoutEnds(below).keySet();
    }

    private static Map<String, Set<String>> withoutEnds(Map<String, Set<String>> ways) {
        Map<String, Set<String>> left = new HashMap<>(ways);
        Map<String, Set<String>> back = turned(ways);
        Map<String, Integer> open = new HashMap<>();
        ways.forEach((name, others) ->
                open.put(name, (int) others.stream().filter(ways::containsKey).count()));
        Deque<String> ends = new ArrayDeque<>();
        open.forEach((name, count) -> addEnd(ends, name, count));
        while (!ends.isEmpty()) {
            String end = ends.remove();
            left.remove(end);
            back.getOrDefault(end, Set.of()).forEach(name -> addEnd(ends, name, open.merge(name, -1, Integer::sum)));
        }
        return left;
    }

    private static void addEnd(Deque<String> ends, String name, int open) {
        if (open == 0) {
            ends.add(name);
        }
    }

    private static Map<String, Set<String>> turned(Map<String, Set<String>> ways) {
        Map<String, Set<String>> turned = new HashMap<>();
        ways.keySet().forEach(name -> turned.put(name, new HashSet<>()));
        ways.forEach((name, others) -> others.stream()
                .filter(ways::containsKey)
                .forEach(other ->
                        turned.computeIfAbsent(other, absent -> new HashSet<>()).add(name)));
        return turned;
    }

    private static Stream<String> supertypes(DocumentedType type) {
        return type.supertypes().stream()
                .filter(TypeUse.Named.class::isInstance)
                .map(supertype -> ((TypeUse.Named) supertype).name());
    }
}
