package dev.layers.internal.resolution;

import dev.layers.internal.contract.ContractModule;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What descriptors of the host say, whatever is loaded; made once. */
final class HostFacts {
    private final List<Configuration> configurations;
    private final Set<String> image;
    private final HostGraph graph;
    private final Map<String, HostModule> byName = new HashMap<>();
    private final Map<String, List<HostModule>> exporters = new HashMap<>();
    private final List<HostModule> automatic;
    private final boolean isAmbiguous;
    private final Set<String> services;
    private final Map<String, ContractModule> contract = new HashMap<>();
    private final Map<String, ContractModule> contractPackages = new HashMap<>();

    HostFacts(List<Configuration> configurations, List<ContractModule> contract) {
        this.configurations = List.copyOf(configurations);
        this.image = ModuleFinder.ofSystem().findAll().stream()
                .map(reference -> reference.descriptor().name())
                .collect(Collectors.toUnmodifiableSet());
        this.graph = new HostGraph(configurations, this::isOfJdk);
        List<HostModule> all = graph.modules();
        all.forEach(this::add);
        this.automatic = all.stream().filter(HostModule::isAutomatic).toList();
        this.isAmbiguous =
                all.size() > byName.size() || exporters.values().stream().anyMatch(several -> several.size() > 1);
        this.services = all.stream().flatMap(HostModule::services).collect(Collectors.toUnmodifiableSet());
        for (ContractModule module : contract) {
            this.contract.put(module.name(), module);
            module.reserved().forEach(name -> contractPackages.putIfAbsent(name, module));
        }
    }

    List<Configuration> configurations() {
        return configurations;
    }

    HostGraph graph() {
        return graph;
    }

    Optional<HostModule> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    boolean isInImage(String name) {
        return image.contains(name);
    }

    boolean isOfJdk(String name) {
        return hasNameOfJdk(name) && image.contains(name);
    }

    private static boolean hasNameOfJdk(String name) {
        return name.startsWith("java.") || name.startsWith("jdk.");
    }

    List<HostModule> exporters(String packageName) {
        return exporters.getOrDefault(packageName, List.of());
    }

    List<HostModule> automatic() {
        return automatic;
    }

    boolean isAmbiguous() {
        return isAmbiguous;
    }

    Set<String> services() {
        return services;
    }

    Optional<ContractModule> contract(String name) {
        return Optional.ofNullable(contract.get(name));
    }

    Optional<ContractModule> contractWith(String packageName) {
        return Optional.ofNullable(contractPackages.get(packageName));
    }

    private void add(HostModule module) {
        byName.putIfAbsent(module.name(), module);
        module.exported()
                .forEach(name -> exporters
                        .computeIfAbsent(name, first -> new ArrayList<>())
                        .add(module));
    }
}
