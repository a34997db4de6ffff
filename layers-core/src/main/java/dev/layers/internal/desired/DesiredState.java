package dev.layers.internal.desired;

import java.util.List;
import java.util.Optional;

/**
 * What a file wants.
 *
 * @param modules the modules, in its order; no two have one name
 * @param contract what it was written for
 */
public record DesiredState(List<DesiredModule> modules, Optional<DesiredContract> contract) {
    public DesiredState {
        modules = List.copyOf(modules);
    }
}
