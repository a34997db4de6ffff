package dev.layers.internal.resolution;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists of names as they stand in messages. */
final class Names {
    private static final int SHOWN = 5;

    private Names() {}

    /** Returns all names, quoted. */
    static String all(Collection<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    /** Returns the first five names, quoted, and the number of the others. */
    static String some(Collection<String> names) {
        String shown = all(names.stream().limit(SHOWN).toList());
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }

    /** Returns the names of packages, called so. */
    static String packages(Collection<String> names) {
        return (names.size() == 1 ? "package " : "packages ") + some(names);
    }

    static String packageOf(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? "" : type.substring(0, dot);
    }
}
