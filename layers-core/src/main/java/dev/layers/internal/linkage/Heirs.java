package dev.layers.internal.linkage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes of the module that have a type of the contract above them, be it far up. */
final class Heirs {
    private final Map<String, ClassFile> heirs = new HashMap<>();
    private final Deque<ClassFile> open = new ArrayDeque<>();
    private final Map<String, List<ClassFile>> children = new HashMap<>();
    private final HashedNames names;

    private Heirs(Collection<ClassFile> files, Types types) {
        for (ClassFile file : files) {
            Header header = file.header();
            boolean isHeir = addChild(header.superName(), file, types);
            for (String name : header.interfaces()) {
                isHeir |= addChild(name, file, types);
            }
            if (isHeir) {
                open.add(file);
            }
        }
        while (!open.isEmpty()) {
            ClassFile file = open.remove();
            if (heirs.putIfAbsent(file.name(), file) == null) {
                open.addAll(children.getOrDefault(file.name(), List.of()));
            }
        }
        names = HashedNames.of(heirs.values().stream().map(ClassFile::rawName).toList());
    }

    static Heirs of(Collection<ClassFile> files, Types types) {
        return new Heirs(files, types);
    }

    boolean contains(String name) {
        return heirs.containsKey(name);
    }

    HashedNames names() {
        return names;
    }

    /** Returns the files that are heirs, name one, or are among {@code mentioning}. */
    List<ClassFile> using(Collection<ClassFile> files, Set<String> mentioning) {
        List<ClassFile> using = new ArrayList<>();
        for (ClassFile file : files) {
            if (mentioning.contains(file.name()) || contains(file.name()) || (!heirs.isEmpty() && file.uses(names))) {
                using.add(file);
            }
        }
        return using;
    }

    /** Returns whether {@code parent} is a type of the contract; one of the JDK is none, nor is it above others. */
    private boolean addChild(String parent, ClassFile child, Types types) {
        if (TypeNames.isInJava(parent)) {
            return false;
        }
        children.computeIfAbsent(parent, first -> new ArrayList<>(1)).add(child);
        return types.isContract(parent);
    }
}
