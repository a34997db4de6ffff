package dev.layers.docs.model;

import java.lang.module.ModuleFinder;

/** Tells which modules are the JDK's: its names alone do not, for others call theirs {@code java.servlet}. */
public final class JdkModules {
    private JdkModules() {}

    /** Returns whether a module of that name is a part of the running JDK, and not one that was linked into it. */
    public static boolean contain(String module) {
        return (module.startsWith("java.") || module.startsWith("jdk."))
                && ModuleFinder.ofSystem().find(module).isPresent();
    }
}
