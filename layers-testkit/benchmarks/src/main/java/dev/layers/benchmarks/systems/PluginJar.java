package dev.layers.benchmarks.systems;

import java.nio.file.Path;

/**
 * A plug-in that lies ready to be loaded.
 *
 * @param shape what it consists of
 * @param file the file that it is loaded from
 */
public record PluginJar(PluginShape shape, Path file) {
    /** Returns its name. */
    public String name() {
        return shape.name();
    }
}
