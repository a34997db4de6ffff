package dev.layers.internal.resolution;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a contract says about the descriptors of modules.
 *
 * @param demands the services that modules provide
 * @param allowedRequires the modules that may be required beside {@code java.base}, those of the contract and private
 *     libraries; empty if all may
 * @param isNativeRefused whether native libraries and native access are refused
 */
public record Terms(List<Demand> demands, Optional<Set<String>> allowedRequires, boolean isNativeRefused) {
    public Terms {
        demands = List.copyOf(demands);
        allowedRequires = allowedRequires.map(Set::copyOf);
    }
}
