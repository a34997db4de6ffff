package dev.layers.benchmarks.systems;

/** A plug-in of a system that hosts ask for a provider whenever they need it. */
public interface AskedPlugin extends Plugin {
    /** Asks the system for the provider. */
    Object lookUp();
}
