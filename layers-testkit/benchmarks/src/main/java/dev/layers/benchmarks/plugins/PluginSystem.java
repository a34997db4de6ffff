package dev.layers.benchmarks.plugins;

/** A way of loading plug-ins, started. */
public interface PluginSystem extends AutoCloseable {
    /** Loads a plug-in, up to its provider's being there. */
    Plugin load(PluginJar jar) throws Exception;

    /** Ends the system. */
    @Override
    void close();
}
