package dev.layers.internal.resolution;

/** What is checked, and against what. */
record Case(OwnModules own, HostModules host, Terms terms) {
    /** Returns whether a private library is one that the contract forbids to bundle; nothing else is said about it. */
    boolean isBundledContract(OwnModule module) {
        return !module.equals(own.main()) && host.contract(module.name()).isPresent();
    }
}
