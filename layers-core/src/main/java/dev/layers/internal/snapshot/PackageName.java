package dev.layers.internal.snapshot;

import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.util.Set;

/** Tells directories that are packages from others, such as {@code META-INF}. */
final class PackageName {
    private PackageName() {}

    /**
     * Returns the package that {@code file} lies in; it may be no legal name.
     *
     * @throws InvalidModuleDescriptorException if it lies at the top
     */
    static String of(String file) {
        int slash = file.lastIndexOf('/');
        if (slash < 0) {
            throw new InvalidModuleDescriptorException(
                    "'" + file + "' lies in the unnamed package, which a module cannot have");
        }
        return file.substring(0, slash).replace('/', '.');
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
