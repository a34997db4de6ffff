package dev.layers.benchmarks.set;

import dev.layers.benchmarks.plugins.ManagedModules;
import dev.layers.benchmarks.plugins.Plugin;
import dev.layers.benchmarks.plugins.PluginJar;
import dev.layers.benchmarks.plugins.PluginSystem;
import dev.layers.benchmarks.plugins.Systems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way of loading a set: one by one in any of the systems, or all in one go.
 *
 * @param title what tables call it
 * @param system what loads
 * @param isAtOnce whether all are loaded in one go, which Layers alone can
 */
record SetWay(String title, Systems system, boolean isAtOnce) {
    static final String AT_ONCE = "Layers, `loadAll`";

    /** Returns all ways, the bare layers first. */
    static List<SetWay> all() {
        return Stream.concat(
                        Arrays.stream(Systems.values()).map(system -> new SetWay(system.title(), system, false)),
                        Stream.of(new SetWay(AT_ONCE, Systems.LAYERS, true)))
                .toList();
    }

    List<Plugin> load(PluginSystem started, List<PluginJar> jars, Path directory) throws Exception {
        if (isAtOnce) {
            return ((ManagedModules) started).loadAll(directory);
        }
        List<Plugin> plugins = new ArrayList<>();
        for (PluginJar jar : jars) {
            plugins.add(started.load(jar));
        }
        return plugins;
    }
}
