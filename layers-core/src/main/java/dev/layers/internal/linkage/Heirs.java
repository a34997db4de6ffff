package dev.layers.internal.linkage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The classes of the module that have a type of the contract above them, be it far up. */
final class Heirs {
    private final Map<String, ClassFile> heirs = new HashMap<>();

    private Heirs() {}

    static Heirs of(Collection<ClassFile> files, Types types) {
        Heirs all = new Heirs();
        Map<String, List<ClassFile>> children = new HashMap<>();
        Deque<ClassFile> open = new ArrayDeque<>();
        for (ClassFile file : files) {
            if (superTypes(file).anyMatch(types::isContract)) {
                open.add(file);
            }
            superTypes(file)
                    .forEach(name -> children.computeIfAbsent(name, none -> new ArrayList<>())
                            .add(file));
        }
        while (!open.isEmpty()) {
            ClassFile file = open.remove();
            if (all.heirs.putIfAbsent(file.name(), file) == null) {
                open.addAll(children.getOrDefault(file.name(), List.of()));
            }
        }
        return all;
    }

    boolean contains(String name) {
        return heirs.containsKey(name);
    }

    /** Returns the files that are heirs, name one, or are among {@code mentioning}. */
    Stream<ClassFile> using(Collection<ClassFile> files, Set<String> mentioning) {
        int[] hashes =
                heirs.values().stream().mapToInt(ClassFile::hashOfName).sorted().toArray();
        return files.stream()
                .filter(file -> mentioning.contains(file.name()) || contains(file.name()) || file.uses(hashes));
    }

    private static Stream<String> superTypes(ClassFile file) {
        Header header = file.header();
        return Stream.concat(Stream.of(header.superName()), header.interfaces().stream());
    }
}
