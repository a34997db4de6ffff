package dev.layers.benchmarks.plugins;

import java.util.function.BooleanSupplier;

/** A plug-in that a {@link PluginSystem} has loaded. */
public interface Plugin {
    /** Calls the plug-in; its classes are loaded by the first call. */
    String call(String text) throws Exception;

    /** Asks the system for the provider once more, as a host does that keeps none. */
    Object lookUp() throws Exception;

    /**
     * Unloads the plug-in as its system says it is to be done, waiting for nothing.
     *
     * @return whether the JVM let it go, which is known after a collection
     */
    BooleanSupplier unload() throws Exception;
}
