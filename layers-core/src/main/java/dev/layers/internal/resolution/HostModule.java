package dev.layers.internal.resolution;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A module of the host, or one of the manager that is stood on, as others see it; two are never equal. */
final class HostModule {
    private final ModuleDescriptor descriptor;
    private final Owner owner;
    private final Map<String, Set<String>> targets = new HashMap<>();
    private final Set<HostModule> implied = new LinkedHashSet<>();
    private final Set<HostModule> neighbours = new LinkedHashSet<>();

    /** Who brings a module. */
    enum Owner {
        JDK,
        HOST,
        MANAGER
    }

    HostModule(ModuleDescriptor descriptor, Owner owner) {
        this.descriptor = descriptor;
        this.owner = owner;
        if (descriptor.isAutomatic()) {
            descriptor.packages().forEach(name -> targets.put(name, Set.of()));
        }
        descriptor.exports().stream()
                .filter(exports -> !isOfJdk() || !exports.isQualified())
                .forEach(exports -> targets.put(exports.source(), exports.targets()));
        implied.add(this);
    }

    ModuleDescriptor descriptor() {
        return descriptor;
    }

    String name() {
        return descriptor.name();
    }

    /** Returns how messages name it. */
    String text() {
        return "module '" + name() + (owner == Owner.MANAGER ? "'" : "' of the host");
    }

    /** Returns where messages say that it is. */
    String side() {
        return owner == Owner.MANAGER ? "what it stands on" : "the host";
    }

    Optional<Version> version() {
        return descriptor.version();
    }

    /** Returns its version as it was recorded, which may be none that can be compared. */
    Optional<String> rawVersion() {
        return descriptor.rawVersion();
    }

    boolean isAutomatic() {
        return descriptor.isAutomatic();
    }

    /** Returns the services that its descriptor names. */
    Stream<String> services() {
        return ServiceTypes.inDescriptor(descriptor);
    }

    boolean isOfJdk() {
        return owner == Owner.JDK;
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
