package dev.layers.internal.resolution;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a host says about the descriptors of modules.
 *
 * @param demands the services that modules provide
 * @param allowedRequires the modules that may be required beside {@code java.base}, those of the contract and private
 *     libraries; empty if all may
 * @param isNativeRefused whether native libraries and native access are refused
 * @param isForOthers whether a module is there for others to require, so that it need not provide any service
 * @param versions the versions that will do of modules that are required, by their names
 */
public record Terms(
        List<Demand> demands,
        Optional<Set<String>> allowedRequires,
        boolean isNativeRefused,
        boolean isForOthers,
        SortedMap<String, VersionRange> versions) {
    public Terms {
        demands = List.copyOf(demands);
        allowedRequires = allowedRequires.map(Set::copyOf);
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** Takes the terms of modules that are there for the services they provide. */
    public Terms(List<Demand> demands, Optional<Set<String>> allowedRequires, boolean isNativeRefused) {
        this(demands, allowedRequires, isNativeRefused, false, Collections.emptySortedMap());
    }

    /** Returns the terms of modules that are there for others to require: they need not provide any service. */
    public Terms ofPackages() {
        List<Demand> optional = demands.stream()
                .map(demand -> new Demand(demand.service(), 0, demand.most()))
                .toList();
        return new Terms(optional, allowedRequires, isNativeRefused, true, versions);
    }

    /** Returns these terms with other versions. */
    public Terms requiring(SortedMap<String, VersionRange> ranges) {
        return new Terms(demands, allowedRequires, isNativeRefused, isForOthers, ranges);
    }
}
