package dev.layers.internal.resolution;

import java.lang.module.Configuration;
import java.util.Set;

/**
 * The modules of an artifact, resolved together with those of the host.
 *
 * @param configuration the modules
 * @param readsAll the names of the plain jars that do not say so and read all that does not conflict with their layer
 */
public record Resolved(Configuration configuration, Set<String> readsAll) {
    public Resolved {
        readsAll = Set.copyOf(readsAll);
    }
}
