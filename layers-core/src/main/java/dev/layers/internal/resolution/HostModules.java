package dev.layers.internal.resolution;

import dev.layers.internal.contract.ContractModule;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ResolvedModule;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What descriptors of the host, and of loaded modules that are stood on, say to a module that is checked.
 *
 * <p>That of the host alone is made once and kept as long as the host's layers are.
 */
public final class HostModules {
    private final HostFacts facts;
    private final Ground ground;

    private HostModules(HostFacts facts, Ground ground) {
        this.facts = facts;
        this.ground = ground;
    }

    /**
     * Returns the modules of {@code configurations}, those that they stand on, and the image of the running JVM.
     *
     * @param contract which of them are shared with modules
     */
    public static HostModules of(List<Configuration> configurations, List<ContractModule> contract) {
        HostFacts facts = new HostFacts(configurations, contract);
        return new HostModules(facts, new Ground(facts.graph(), List.of()));
    }

    /** Returns these modules and what {@code dependencies} show; nothing of the host is looked at again. */
    public HostModules with(Collection<Dependency> dependencies) {
        return dependencies.isEmpty() ? this : new HostModules(facts, new Ground(facts.graph(), dependencies));
    }

    /** Returns the configurations of the host, then those of the modules that are stood on. */
    List<Configuration> configurations() {
        return Stream.concat(facts.configurations().stream(), ground.configurations().stream())
                .toList();
    }

    /** Returns a module of the host, else one that is stood on. */
    Optional<HostModule> find(String name) {
        return facts.find(name).or(() -> ground.find(name));
    }

    /** Returns the descriptor of a module of the host, else of one that is stood on. */
    public Optional<ModuleDescriptor> descriptor(String name) {
        return find(name).map(HostModule::descriptor);
    }

    boolean contains(String name) {
        return find(name).isPresent();
    }

    boolean isOfHost(String name) {
        return facts.find(name).isPresent();
    }

    /** Returns whether it is found, and not in the host. */
    boolean isStoodOn(String name) {
        return !isOfHost(name) && ground.find(name).isPresent();
    }

    /** Returns whether there are modules that are stood on. */
    boolean hasGround() {
        return !ground.modules().isEmpty();
    }

    /** Returns the module that is stood on and keeps one of that name to itself. */
    Optional<String> keeper(String name) {
        return isOfHost(name) ? Optional.empty() : ground.keeper(name);
    }

    /** Returns whether {@code resolved} is one that a module which is stood on keeps to itself. */
    boolean isHidden(ResolvedModule resolved) {
        return ground.isHidden(resolved);
    }

    /** Returns whether the running JVM could be started with the module. */
    boolean isInImage(String name) {
        return facts.isInImage(name);
    }

    /** Returns whether the module is part of the JDK; an image can hold others too. */
    boolean isOfJdk(String name) {
        return facts.isOfJdk(name);
    }

    /** Returns the modules that export a package to anybody. */
    List<HostModule> exporters(String packageName) {
        List<HostModule> more = ground.exporters(packageName);
        List<HostModule> ofHost = facts.exporters(packageName);
        return more.isEmpty()
                ? ofHost
                : Stream.concat(ofHost.stream(), more.stream()).toList();
    }

    List<HostModule> automatic() {
        return Stream.concat(
                        facts.automatic().stream(), ground.modules().stream().filter(HostModule::isAutomatic))
                .toList();
    }

    /** Returns whether there may be two modules of one name or two that export one package, so that nobody can read all. */
    boolean isAmbiguous() {
        return facts.isAmbiguous() || ground.isAmbiguousWith(facts);
    }

    /** Returns the services that its descriptors name. */
    Set<String> services() {
        return hasGround()
                ? Stream.concat(
                                facts.services().stream(),
                                ground.modules().stream().flatMap(HostModule::services))
                        .collect(Collectors.toSet())
                : facts.services();
    }

    Optional<ContractModule> contract(String name) {
        return facts.contract(name);
    }

    /** Returns the module of the contract that a package is reserved for. */
    Optional<ContractModule> contractWith(String packageName) {
        return facts.contractWith(packageName);
    }
}
