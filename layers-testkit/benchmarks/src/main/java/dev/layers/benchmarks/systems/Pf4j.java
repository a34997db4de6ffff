package dev.layers.benchmarks.systems;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pf4j.JarPluginManager;
import org.pf4j.PluginManager;

/** PF4J, with an index of extensions in each plug-in. */
final class Pf4j implements PluginSystem {
    private final PluginManager manager;

    Pf4j(Path plugins) {
        manager = new JarPluginManager(plugins);
    }

    static ModuleSource source(PluginShape shape) {
        ModuleSource source = shape.fill(ModuleSource.plain(), "@org.pf4j.Extension", "", "")
                .dependsOn(PluginManager.class)
                .compilerOptions("-proc:none")
                .resource("META-INF/extensions.idx", shape.operator() + "\n")
                .manifest("Plugin-Id", shape.name())
                .manifest("Plugin-Version", "1.0.0");
        if (!shape.requires().isEmpty()) {
            source = source.manifest("Plugin-Dependencies", String.join(",", shape.requires()));
        }
        return shape.isStarted()
                ? shape.live(source, "extends org.pf4j.Plugin", "start()").manifest("Plugin-Class", shape.life())
                : source;
    }

    @Override
    public List<Plugin> load(List<PluginJar> jars) {
        if (jars.size() == 1) {
            manager.startPlugin(manager.loadPlugin(jars.get(0).file()));
        } else {
            manager.loadPlugins();
            manager.startPlugins();
        }
        List<Plugin> plugins = new ArrayList<>();
        for (PluginJar jar : jars) {
            plugins.add(new Started(jar.name(), operator(jar.name())));
        }
        return plugins;
    }

    @SuppressWarnings("unchecked")
    private UnaryOperator<String> operator(String name) {
        return manager.getExtensions(UnaryOperator.class, name).get(0);
    }

    @Override
    public void close() {
        manager.unloadPlugins();
    }

    /** One whose extensions are asked for by its name. */
    private final class Started extends HeldPlugin implements AskedPlugin {
        private final String name;

        Started(String name, UnaryOperator<String> operator) {
            super(operator);
            this.name = name;
        }

        @Override
        public Object lookUp() {
            return operator(name);
        }

        @Override
        void release() {
            if (!manager.unloadPlugin(name)) {
                throw new IllegalStateException("PF4J did not unload '" + name + "'");
            }
        }
    }
}
