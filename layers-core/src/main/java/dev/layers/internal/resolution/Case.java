package dev.layers.internal.resolution;

import java.util.stream.Stream;

/** What is checked, and against what. */
record Case(OwnModules own, HostModules host, Terms terms, ManifestVersions manifest) {
    /** Returns whether a private library is one that the contract forbids to bundle; nothing else is said about it. */
    boolean isBundledContract(OwnModule module) {
        return !module.equals(own.main()) && host.contract(module.name()).isPresent();
    }

    /** Returns whether a module of that name is found that may be required. */
    boolean isThere(String name) {
        return own.contains(name) || host.contains(name);
    }

    /** Returns what plain jars require by the manifest of the module, for lack of a descriptor. */
    Stream<String> demanded() {
        return own.hasPlainJar() ? manifest.ranges().keySet().stream() : Stream.of();
    }
}
