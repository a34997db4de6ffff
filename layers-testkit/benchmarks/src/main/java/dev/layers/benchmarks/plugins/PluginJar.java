package dev.layers.benchmarks.plugins;

import java.nio.file.Path;

/**
 * One plug-in in the forms that systems take.
 *
 * @param name the name of the module, of the bundle, and of the plug-in's package
 * @param modular a module, with the entries that {@code ServiceLoader} and PF4J look for
 * @param bundle the same classes as an OSGi bundle, whose provider registers itself
 * @param repository a module repository of JBoss Modules that has the plug-in
 */
public record PluginJar(String name, Path modular, Path bundle, Path repository) {
    /** Returns the class of the provider. */
    String provider() {
        return name + ".Operator";
    }
}
