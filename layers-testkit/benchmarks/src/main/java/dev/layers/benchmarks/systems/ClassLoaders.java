package dev.layers.benchmarks.systems;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;

/** {@code URLClassLoader} and {@code ServiceLoader}; a plug-in that requires another one has its loader as parent. */
final class ClassLoaders implements PluginSystem {
    private final Map<String, URLClassLoader> loaders = new LinkedHashMap<>();

    static ModuleSource source(PluginShape shape) {
        ModuleSource filled =
                shape.fill(ModuleSource.plain()).service("java.util.function.UnaryOperator", shape.operator());
        return shape.isStarted()
                ? shape.live(filled, "implements Runnable", "run()").service("java.lang.Runnable", shape.life())
                : filled;
    }

    @Override
    public List<Plugin> load(List<PluginJar> jars) throws IOException {
        List<Plugin> plugins = new ArrayList<>();
        for (PluginJar jar : jars) {
            URL[] path = {jar.file().toUri().toURL()};
            URLClassLoader loader = new URLClassLoader(jar.name(), path, parent(jar.shape()));
            loaders.put(jar.name(), loader);
            if (jar.shape().isStarted()) {
                ServiceLoader.load(Runnable.class, loader)
                        .findFirst()
                        .orElseThrow()
                        .run();
            }
            plugins.add(new Closed(jar.name(), operator(loader)));
        }
        return plugins;
    }

    private ClassLoader parent(PluginShape shape) {
        List<String> required = shape.requires();
        return required.isEmpty() ? ClassLoader.getSystemClassLoader() : loaders.get(required.get(0));
    }

    /** Returns the provider of the loader itself: those of its parents come before it. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // loaders are told apart by identity
    private static UnaryOperator<String> operator(ClassLoader loader) {
        for (UnaryOperator<String> found : ServiceLoader.load(UnaryOperator.class, loader)) {
            if (found.getClass().getClassLoader() == loader) {
                return found;
            }
        }
        throw new IllegalStateException("No operator in " + loader.getName());
    }

    @Override
    public void close() throws IOException {
        for (URLClassLoader loader : loaders.values()) {
            loader.close();
        }
    }

    /** One whose loader is closed. */
    private final class Closed extends HeldPlugin {
        private final String name;

        Closed(String name, UnaryOperator<String> operator) {
            super(operator);
            this.name = name;
        }

        @Override
        void release() throws IOException {
            loaders.remove(name).close();
        }
    }
}
