package dev.layers.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** A change to the files of a compiled module that no compiler would make. */
@FunctionalInterface
interface Damage {
    /** Where a class file has the low byte of its major version; the high byte is before it. */
    int MAJOR_VERSION = 7;

    /** Returns the files that {@code entries} become. */
    Map<String, byte[]> in(Map<String, byte[]> entries);

    static Damage none() {
        return entries -> entries;
    }

    default Damage then(Damage next) {
        return entries -> next.in(in(entries));
    }

    /** Leaves a file out. */
    static Damage without(String subject, String path) {
        return entries -> {
            Map<String, byte[]> rest = new LinkedHashMap<>(entries);
            if (rest.remove(path) == null) {
                throw missing(subject, path, entries);
            }
            return rest;
        };
    }

    /** Says of a class file that it is of another version of the format. */
    static Damage classFileVersion(String subject, String path, int major) {
        return entries -> {
            byte[] former = entries.get(path);
            if (former == null || former.length <= MAJOR_VERSION) {
                throw missing(subject, path, entries);
            }
            byte[] changed = former.clone();
            changed[MAJOR_VERSION - 1] = (byte) (major >> Byte.SIZE);
            changed[MAJOR_VERSION] = (byte) major;
            return with(entries, path, changed);
        };
    }

    /** Puts the file of another module in the place of the module's own. */
    static Damage taking(String path, ModuleSource other) {
        return entries -> {
            Map<String, byte[]> others = other.parts().artifact().entries();
            byte[] taken = others.get(path);
            if (taken == null) {
                throw missing(other.parts().subject(), path, others);
            }
            return with(entries, path, taken);
        };
    }

    private static Map<String, byte[]> with(Map<String, byte[]> entries, String path, byte[] bytes) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.put(path, bytes);
        return changed;
    }

    private static IllegalArgumentException missing(String subject, String path, Map<String, byte[]> entries) {
        return new IllegalArgumentException(subject + ": no file '" + path + "'; it has "
                + entries.keySet().stream().sorted().toList());
    }
}
