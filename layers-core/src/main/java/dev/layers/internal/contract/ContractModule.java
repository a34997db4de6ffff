package dev.layers.internal.contract;

import java.util.Optional;
import java.util.Set;

/**
 * A module of the host that shares types with modules; not of the JDK.
 *
 * @param name its name, or that of its artifact on the class path
 * @param version the version it records
 * @param packages all its packages
 * @param exported those that it exports to everybody
 * @param reserved those of them that no module may bring itself
 * @param loader the loader of its classes
 */
public record ContractModule(
        String name,
        Optional<String> version,
        Set<String> packages,
        Set<String> exported,
        Set<String> reserved,
        ClassLoader loader) {
    public ContractModule {
        packages = Set.copyOf(packages);
        exported = Set.copyOf(exported);
        reserved = Set.copyOf(reserved);
    }

    /** Takes a module that was made to be shared: all that it exports is reserved. */
    public ContractModule(
            String name, Optional<String> version, Set<String> packages, Set<String> exported, ClassLoader loader) {
        this(name, version, packages, exported, exported, loader);
    }

    /** Returns name and version as they stand in messages. */
    public String text() {
        return "'" + name + version.map(number -> "@" + number).orElse("") + "'";
    }
}
