package dev.layers.benchmarks.systems;

import java.util.function.BooleanSupplier;

/** A plug-in that a {@link PluginSystem} has loaded. */
public interface Plugin {
    /** Calls the plug-in; its classes are loaded by the first call. */
    String call(String text);

    /**
     * Unloads the plug-in as its system says it is to be done, waiting for nothing.
     *
     * @return whether the JVM let it go, which is known after a collection
     */
    BooleanSupplier unload() throws Exception;
}
