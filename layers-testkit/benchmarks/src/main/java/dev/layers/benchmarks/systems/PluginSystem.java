package dev.layers.benchmarks.systems;

import java.io.IOException;
import java.util.List;

/** A system that loads plug-ins, ready to load. */
public interface PluginSystem extends AutoCloseable {
    /**
     * Loads and starts plug-ins, in one go where the system can.
     *
     * @param jars the plug-ins, each after those that it requires; all lie in the directory that the system was told of
     * @return the same, in the same order
     */
    List<Plugin> load(List<PluginJar> jars) throws Exception;

    /** Loads and starts a plug-in. */
    default Plugin load(PluginJar jar) throws Exception {
        return load(List.of(jar)).get(0);
    }

    /** Ends the system. */
    @Override
    void close() throws IOException;
}
