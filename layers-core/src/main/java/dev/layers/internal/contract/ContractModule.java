package dev.layers.internal.contract;

import java.util.Optional;
import java.util.Set;

/**
 * A module of the host that shares types with modules, or a loaded one that does; not of the JDK.
 *
 * @param party whose it is
 * @param name its name, or that of its artifact on the class path
 * @param version the version it records
 * @param packages all its packages
 * @param exported those that it exports to everybody
 * @param reserved those of them that no module may bring itself
 * @param loader the loader of its classes
 */
public record ContractModule(
        Party party,
        String name,
        Optional<String> version,
        Set<String> packages,
        Set<String> exported,
        Set<String> reserved,
        ClassLoader loader) {
    /** Who brings a module. */
    public enum Party {
        HOST,
        MODULE
    }

    public ContractModule {
        packages = Set.copyOf(packages);
        exported = Set.copyOf(exported);
        reserved = Set.copyOf(reserved);
    }

    /** Takes a module of the host of which others may not bring everything. */
    public ContractModule(
            String name,
            Optional<String> version,
            Set<String> packages,
            Set<String> exported,
            Set<String> reserved,
            ClassLoader loader) {
        this(Party.HOST, name, version, packages, exported, reserved, loader);
    }

    /** Takes a module of the host that was made to be shared: all that it exports is reserved. */
    public ContractModule(
            String name, Optional<String> version, Set<String> packages, Set<String> exported, ClassLoader loader) {
        this(name, version, packages, exported, exported, loader);
    }

    /** Returns a loaded module that another requires. */
    public static ContractModule loaded(
            String name, Optional<String> version, Set<String> packages, Set<String> exported, ClassLoader loader) {
        return new ContractModule(Party.MODULE, name, version, packages, exported, Set.of(), loader);
    }

    /** Returns name and version as they stand in messages. */
    public String text() {
        String named = "'" + name + version.map(number -> "@" + number).orElse("") + "'";
        return party == Party.HOST ? named : "module " + named;
    }

    /** Returns how messages name what modules are compiled against. */
    public String side() {
        return party == Party.HOST ? "the contract of the host" : "module '" + name + "'";
    }
}
