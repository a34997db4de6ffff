package dev.layers.benchmarks.plugins;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;

/** Class loaders as a host without modules makes and closes them. */
final class UrlLoaders implements PluginSystem {
    @Override
    public Plugin load(PluginJar jar) throws Exception {
        URLClassLoader loader = new URLClassLoader(
                jar.name(), new URL[] {jar.modular().toUri().toURL()}, ClassLoader.getSystemClassLoader());
        return new Operator(
                () -> ServiceLoader.load(UnaryOperator.class, loader)
                        .findFirst()
                        .orElseThrow(),
                loader::close);
    }

    @Override
    public void close() {
        // there is nothing to end
    }
}
