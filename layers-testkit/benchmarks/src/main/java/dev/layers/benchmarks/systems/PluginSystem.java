package dev.layers.benchmarks.systems;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** A system that loads plug-ins, ready to load. */
public interface PluginSystem extends AutoCloseable {
    /**
     * Loads and starts plug-ins.
     *
     * @param plugins the plug-ins, each after those that it requires; all lie in one directory
     * @return the operator of each, in the same order
     */
    List<UnaryOperator<String>> load(List<Plugin> plugins) throws Exception;

    /** Lets go of everything that is loaded, as far as the system can. */
    void unload() throws Exception;

    /** Ends the system. */
    @Override
    void close() throws IOException;
}
