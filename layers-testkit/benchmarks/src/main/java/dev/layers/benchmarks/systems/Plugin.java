package dev.layers.benchmarks.systems;

import java.nio.file.Path;

/**
 * A plug-in that lies ready to be loaded.
 *
 * @param shape what it consists of
 * @param jar the file that it is loaded from
 */
public record Plugin(PluginShape shape, Path jar) {
    /** Returns its name. */
    public String name() {
        return shape.name();
    }
}
