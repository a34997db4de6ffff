package dev.layers.internal.resolution;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The types that modules could load services of: those that a descriptor of theirs or of the host names, and those whose
 * class literals stand near a use of {@code ServiceLoader}.
 */
final class ServiceTypes {
    private final Map<OwnModule, Set<String>> named = new HashMap<>();
    private final Set<String> all = new TreeSet<>();

    ServiceTypes(OwnModules own, HostModules host) {
        all.addAll(host.services());
        own.all().stream().flatMap(module -> inDescriptor(module.descriptor())).forEach(all::add);
        ServiceLiterals.of(own.all()).forEach((module, literals) -> {
            Set<String> legal = new TreeSet<>(literals);
            legal.removeIf(name -> !isLegal(name));
            named.put(module, legal);
            all.addAll(legal);
        });
    }

    /** Returns the services that a descriptor names. */
    static Stream<String> inDescriptor(ModuleDescriptor descriptor) {
        return Stream.concat(
                descriptor.uses().stream(), descriptor.provides().stream().map(Provides::service));
    }

    /** Returns the class literals of a module. */
    Set<String> namedBy(OwnModule module) {
        return named.getOrDefault(module, Set.of());
    }

    Set<String> all() {
        return all;
    }

    /** Names of classes are not as narrow as those in descriptors. */
    private static boolean isLegal(String name) {
        try {
            ModuleDescriptor.newModule("any").uses(name);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
