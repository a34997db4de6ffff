package dev.layers.benchmarks.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.UnaryOperator;
import org.pf4j.JarPluginManager;
import org.pf4j.PluginManager;

/** Plug-ins of PF4J, started. */
final class Pf4jPlugins implements PluginSystem {
    private final PluginManager manager;

    Pf4jPlugins() throws IOException {
        manager = new JarPluginManager(Files.createTempDirectory("layers-pf4j"));
    }

    @Override
    public Plugin load(PluginJar jar) throws Exception {
        String id = manager.loadPlugin(jar.modular());
        manager.startPlugin(id);
        return new Operator(() -> manager.getExtensions(UnaryOperator.class, id).get(0), () -> {
            if (!manager.unloadPlugin(id)) {
                throw new IllegalStateException("PF4J did not unload '" + id + "'");
            }
        });
    }

    @Override
    public void close() {
        manager.unloadPlugins();
    }
}
