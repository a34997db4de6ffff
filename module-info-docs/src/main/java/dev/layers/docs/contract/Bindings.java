package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.Grant;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.model.Trait;
import dev.layers.docs.model.TypeKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who provides and who uses which service. */
record Bindings(SortedMap<String, SortedSet<String>> providers, SortedMap<String, SortedSet<String>> users) {
    static Bindings of(ModuleSet set) {
        Bindings bindings = new Bindings(new TreeMap<>(), new TreeMap<>());
        set.modules().forEach(bindings::add);
        return bindings;
    }

    private void add(DocumentedModule module) {
        module.provides().forEach(provides -> add(providers, provides.service(), module));
        module.uses().forEach(service -> add(users, service, module));
    }

    private static void add(Map<String, SortedSet<String>> roles, String service, DocumentedModule module) {
        roles.computeIfAbsent(service, name -> new TreeSet<>()).add(module.name());
    }

    /** Returns the services that {@code module} declares and that bind others to it. */
    List<ContractService> services(DocumentedModule module) {
        SortedSet<String> named = new TreeSet<>(providers.keySet());
        named.addAll(users.keySet());
        return named.stream()
                .filter(service -> module.descriptor().packages().contains(DocumentedType.packageOf(service)))
                .filter(service -> binds(module, service))
                .map(service -> new ContractService(
                        type(module, service), modules(providers, service), modules(users, service)))
                .toList();
    }

    private boolean binds(DocumentedModule module, String service) {
        SortedSet<String> bound = new TreeSet<>(modules(providers, service));
        bound.addAll(modules(users, service));
        bound.remove(module.name());
        return !bound.isEmpty()
                || (module.uses().contains(service) && isExported(module, DocumentedType.packageOf(service)));
    }

    private static boolean isExported(DocumentedModule module, String packageName) {
        return module.exports().stream().map(Grant::packageName).anyMatch(packageName::equals);
    }

    private static List<String> modules(Map<String, SortedSet<String>> roles, String service) {
        return List.copyOf(roles.getOrDefault(service, Collections.emptySortedSet()));
    }

    private static DocumentedType type(DocumentedModule module, String service) {
        return module.content().types().stream()
                .filter(type -> type.name().equals(service))
                .findFirst()
                .orElseGet(() -> unread(service));
    }

    private static DocumentedType unread(String service) {
        return new DocumentedType(
                service,
                TypeKind.INTERFACE,
                List.of(Trait.PUBLIC),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
