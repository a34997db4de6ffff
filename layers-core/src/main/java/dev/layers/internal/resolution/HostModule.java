package dev.layers.internal.resolution;

import java.lang.module.ModuleDescriptor;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A module of the host as others see it; two are never equal. */
final class HostModule {
    private final ModuleDescriptor descriptor;
    private final boolean isOfJdk;
    private final Map<String, Set<String>> targets = new HashMap<>();
    private final Set<HostModule> implied = new LinkedHashSet<>();
    private final Set<HostModule> neighbours = new LinkedHashSet<>();

    HostModule(ModuleDescriptor descriptor, boolean isOfJdk) {
        this.descriptor = descriptor;
        this.isOfJdk = isOfJdk;
        if (descriptor.isAutomatic()) {
            descriptor.packages().forEach(name -> targets.put(name, Set.of()));
        }
        descriptor.exports().stream()
                .filter(exports -> !isOfJdk || !exports.isQualified())
                .forEach(exports -> targets.put(exports.source(), exports.targets()));
        implied.add(this);
    }

    String name() {
        return descriptor.name();
    }

    boolean isAutomatic() {
        return descriptor.isAutomatic();
    }

    /** Returns the services that its descriptor names. */
    Stream<String> services() {
        return ServiceTypes.inDescriptor(descriptor);
    }

    boolean isOfJdk() {
        return isOfJdk;
    }

    /** Returns all packages that are exported to anybody; what the JDK exports to itself alone is left out. */
    Set<String> exported() {
        return targets.keySet();
    }

    boolean isExported(String packageName, String reader) {
        Set<String> readers = targets.get(packageName);
        return readers != null && (readers.isEmpty() || readers.contains(reader));
    }

    /** Returns this module and those that whoever requires it reads by {@code requires transitive}. */
    Set<HostModule> implied() {
        return implied;
    }

    /** Returns the automatic modules that whoever requires this automatic one reads as well. */
    Set<HostModule> neighbours() {
        return neighbours;
    }

    void addImplied(Collection<HostModule> modules) {
        implied.addAll(modules);
    }

    void addNeighbours(Collection<HostModule> modules) {
        neighbours.addAll(modules);
    }
}
