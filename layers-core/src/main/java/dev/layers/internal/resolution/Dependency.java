package dev.layers.internal.resolution;

import java.lang.module.Configuration;

/**
 * A loaded module that another may require.
 *
 * @param module its name
 * @param configuration its own modules, private libraries among them
 */
public record Dependency(String module, Configuration configuration) {
    /** Takes a module of {@code configuration}. */
    public Dependency {
        if (configuration.modules().stream().noneMatch(own -> own.name().equals(module))) {
            throw new IllegalArgumentException("No module '" + module + "' in " + configuration);
        }
    }
}
