package dev.layers.internal.reference;

import java.lang.invoke.CallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A generated class, to be defined any number of times. */
final class ClassFile {
    private final String name;
    private final byte[] bytes;
    private final List<Object> constants;

    /** What differs from one class to the next; its constants come before those that are the same each time. */
    record Terms(String loaderName, List<Object> constants, IntFunction<CallSite> sites) {
        /** For a class without call sites to be linked. */
        Terms(String loaderName, List<Object> constants) {
            this(loaderName, constants, Terms::noSite);
        }

        private static CallSite noSite(int index) {
            throw new IllegalStateException("The class has no call site " + index);
        }
    }

    /**
     * Takes a class file.
     *
     * @param name its binary name
     * @param bytes what is in it; never changed
     * @param constants the constants that are the same each time
     */
    ClassFile(String name, byte[] bytes, List<Object> constants) {
        this.name = name;
        this.bytes = bytes;
        this.constants = List.copyOf(constants);
    }

    /**
     * Defines it in a loader of its own.
     *
     * @param types the interfaces whose loaders know every type that it names
     */
    Class<?> define(List<Class<?>> types, Terms terms) {
        List<Object> all = new ArrayList<>(terms.constants());
        all.addAll(constants);
        return new GeneratedLoader(terms.loaderName(), types, all, terms.sites()).define(name, bytes);
    }
}
