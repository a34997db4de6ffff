package dev.layers;

import dev.layers.internal.layer.LinkedModules;
import dev.layers.module.ModuleLifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What modules are bound to, and where they come from.
 *
 * @param contract what they provide and use
 * @param linked those that the host was started with; empty if modules are loaded from artifacts
 */
record Binding(ServiceContract contract, Optional<LinkedModules> linked) {
    static Binding of(ManagerMode mode, ServiceContract contract) {
        return mode == ManagerMode.LINKED ? linked(contract) : new Binding(contract, Optional.empty());
    }

    /** Classes of the modules lie beside those of the contract, and are not of it for that. */
    private static Binding linked(ServiceContract contract) {
        Set<String> services = Stream.concat(contract.provided().stream(), Stream.of(ModuleLifecycle.class))
                .map(Class::getName)
                .collect(Collectors.toSet());
        LinkedModules linked = LinkedModules.of(types(contract), services);
        return new Binding(contract.without(linked::own), Optional.of(linked));
    }

    /** Returns every type that host and modules share. */
    List<Class<?>> types() {
        return types(contract);
    }

    private static List<Class<?>> types(ServiceContract contract) {
        List<Class<?>> types = new ArrayList<>(contract.types());
        types.add(ModuleLifecycle.class);
        return types;
    }
}
