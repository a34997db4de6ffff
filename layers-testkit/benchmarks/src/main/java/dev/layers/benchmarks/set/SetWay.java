package dev.layers.benchmarks.set;

import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.Plugin;
import dev.layers.benchmarks.systems.PluginJar;
import dev.layers.benchmarks.systems.PluginSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way of loading a set: one by one in any of the systems, or all in one go.
 *
 * @param title what tables call it
 * @param system what loads
 * @param isAtOnce whether all are loaded in one go
 */
record SetWay(String title, Contender system, boolean isAtOnce) {
    static final String AT_ONCE = "Layers, `loadAll`";

    /** Returns all ways, the bare layers first. */
    static List<SetWay> all() {
        return Stream.concat(
                        Contender.COMPARED.stream().map(system -> new SetWay(system.title(), system, false)),
                        Stream.of(new SetWay(AT_ONCE, Contender.LAYERS, true)))
                .toList();
    }

    List<Plugin> load(PluginSystem started, List<PluginJar> jars) throws Exception {
        if (isAtOnce) {
            return started.load(jars);
        }
        List<Plugin> plugins = new ArrayList<>();
        for (PluginJar jar : jars) {
            plugins.add(started.load(jar));
        }
        return plugins;
    }
}
