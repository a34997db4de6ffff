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
    public List<UnaryOperator<String>> load(List<Plugin> plugins) {
        if (plugins.size() == 1) {
            manager.startPlugin(manager.loadPlugin(plugins.get(0).jar()));
        } else {
            manager.loadPlugins();
            manager.startPlugins();
        }
        List<UnaryOperator<String>> operators = new ArrayList<>();
        for (Plugin plugin : plugins) {
            operators.add(operator(plugin.name()));
        }
        return operators;
    }

    @SuppressWarnings("unchecked")
    private UnaryOperator<String> operator(String name) {
        return manager.getExtensions(UnaryOperator.class, name).get(0);
    }

    @Override
    public void unload() {
        manager.unloadPlugins();
    }

    @Override
    public void close() {
        unload();
    }
}
