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

/** What descriptors of the host say to every module that is checked; made once, kept as long as the host's layers are. */
public final class HostModules {
    private final List<Configuration> configurations;
    private final Set<String> image;
    private final Map<String, HostModule> byName = new HashMap<>();
    private final Map<String, List<HostModule>> exporters = new HashMap<>();
    private final List<HostModule> automatic;
    private final boolean isAmbiguous;
    private final Set<String> services;
    private final Map<String, ContractModule> contract = new HashMap<>();
    private final Map<String, ContractModule> contractPackages = new HashMap<>();

    private HostModules(List<Configuration> configurations, List<ContractModule> contract, Set<String> image) {
        this.configurations = List.copyOf(configurations);
        this.image = image;
        List<HostModule> all = HostGraph.of(configurations, this::isOfJdk);
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

    /**
     * Returns the modules of {@code configurations}, those that they stand on, and the image of the running JVM.
     *
     * @param contract which of them are shared with modules
     */
    public static HostModules of(List<Configuration> configurations, List<ContractModule> contract) {
        Set<String> image = ModuleFinder.ofSystem().findAll().stream()
                .map(reference -> reference.descriptor().name())
                .collect(Collectors.toUnmodifiableSet());
        return new HostModules(configurations, contract, image);
    }

    List<Configuration> configurations() {
        return configurations;
    }

    Optional<HostModule> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    boolean contains(String name) {
        return byName.containsKey(name);
    }

    /** Returns whether the running JVM could be started with the module. */
    boolean isInImage(String name) {
        return image.contains(name);
    }

    /** Returns whether the module is part of the JDK; an image can hold others too. */
    boolean isOfJdk(String name) {
        return hasNameOfJdk(name) && image.contains(name);
    }

    private static boolean hasNameOfJdk(String name) {
        return name.startsWith("java.") || name.startsWith("jdk.");
    }

    /** Returns the modules that export a package to anybody. */
    List<HostModule> exporters(String packageName) {
        return exporters.getOrDefault(packageName, List.of());
    }

    List<HostModule> automatic() {
        return automatic;
    }

    /** Returns whether there are two modules of one name or two that export one package, so that nobody can read all. */
    boolean isAmbiguous() {
        return isAmbiguous;
    }

    /** Returns the services that its descriptors name. */
    Set<String> services() {
        return services;
    }

    Optional<ContractModule> contract(String name) {
        return Optional.ofNullable(contract.get(name));
    }

    /** Returns the module of the contract that a package is reserved for. */
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
