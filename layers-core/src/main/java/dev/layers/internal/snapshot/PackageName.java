package dev.layers.internal.snapshot;

import java.lang.module.ModuleDescriptor;
import java.util.Set;

/** Tells directories that are packages from others, such as {@code META-INF}. */
final class PackageName {
    private PackageName() {}

    /** Returns the package that {@code file} lies in; it may be no legal name, and is empty at the top. */
    static String of(String file) {
        return file.substring(0, Math.max(0, file.lastIndexOf('/'))).replace('/', '.');
    }

    /** Returns whether {@code name} may be the name of a package; keywords may not. */
    static boolean isLegal(String name) {
        return name.chars().allMatch(at -> at == '.' || Character.isJavaIdentifierPart(at)) && isAccepted(name);
    }

    private static boolean isAccepted(String name) {
        try {
            ModuleDescriptor.newModule("any").packages(Set.of(name));
            return true;
        } catch (IllegalArgumentException illegal) {
            return false;
        }
    }
}
