package dev.layers.docs.findings;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Services that are provided and never looked up, or looked up and never provided. A module that looks up a service of its own
 * that it exports invites others to provide it, which is no fault.
 */
final class Services {
    private Services() {}

    static List<Finding> in(Surroundings surroundings) {
        SortedSet<String> used = services(surroundings, descriptor -> descriptor.uses().stream());
        SortedSet<String> provided = services(
                surroundings, descriptor -> descriptor.provides().stream().map(Provides::service));
        List<Finding> findings = new ArrayList<>();
        providers(surroundings).forEach((service, modules) -> {
            if (!used.contains(service)) {
                findings.add(finding(Rule.UNUSED_SERVICE, service, "provided by ", modules));
            }
        });
        users(surroundings).forEach((service, modules) -> {
            if (!provided.contains(service)) {
                findings.add(finding(Rule.UNPROVIDED_SERVICE, service, "used by ", modules));
            }
        });
        return findings;
    }

    private static Map<String, SortedSet<String>> providers(Surroundings surroundings) {
        Map<String, SortedSet<String>> providers = new TreeMap<>();
        for (DocumentedModule module : surroundings.documented()) {
            module.descriptor()
                    .provides()
                    .forEach(provides -> providers
                            .computeIfAbsent(provides.service(), key -> new TreeSet<>())
                            .add(module.name()));
        }
        return providers;
    }

    private static Map<String, SortedSet<String>> users(Surroundings surroundings) {
        Map<String, SortedSet<String>> users = new TreeMap<>();
        for (DocumentedModule module : surroundings.documented()) {
            module.descriptor().uses().stream()
                    .filter(service -> !isInvitation(module.descriptor(), service))
                    .forEach(service -> users.computeIfAbsent(service, key -> new TreeSet<>())
                            .add(module.name()));
        }
        return users;
    }

    private static boolean isInvitation(ModuleDescriptor module, String service) {
        return module.exports().stream()
                .anyMatch(exports -> exports.source().equals(DocumentedType.packageOf(service)));
    }

    private static SortedSet<String> services(
            Surroundings surroundings, Function<ModuleDescriptor, Stream<String>> services) {
        return surroundings.all().values().stream().flatMap(services).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Finding finding(Rule rule, String service, String role, Collection<String> modules) {
        String nobody = rule == Rule.UNUSED_SERVICE ? " is used by no module; " : " is provided by no module; ";
        return new Finding(rule, List.copyOf(modules), Quoted.name(service) + nobody + role + Quoted.names(modules));
    }
}
