package dev.layers.internal.resolution;

import dev.layers.internal.contract.ContractModule;
import dev.layers.preflight.Finding;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A host with {@code java.base}, {@code java.xml}, modules of its own and a contract; checks modules against it. */
final class StubHost {
    private final Configuration jdk =
            Configuration.empty().resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), Set.of("java.xml"));
    private final List<ModuleReference> modules = new ArrayList<>();
    private final List<ContractModule> contract = new ArrayList<>();
    private final List<Demand> demands = new ArrayList<>();
    private Optional<Set<String>> allowed = Optional.empty();
    private boolean isNativeRefused;

    StubHost with(ModuleReference module) {
        modules.add(module);
        return this;
    }

    /** Adds a module of the host that exports all its packages and belongs to the contract. */
    StubHost contract(String name, @Nullable String version, String... packages) {
        contract.add(new ContractModule(
                name,
                Optional.ofNullable(version),
                Set.of(packages),
                Set.of(packages),
                getClass().getClassLoader()));
        return with(StubModule.explicit(name, builder -> {
            Arrays.stream(packages).forEach(builder::exports);
            return builder.requires("java.base");
        }));
    }

    StubHost demand(String service, int least, int most) {
        demands.add(new Demand(service, least, most));
        return this;
    }

    StubHost allow(String... names) {
        allowed = Optional.of(Set.of(names));
        return this;
    }

    StubHost refuseNativeCode() {
        isNativeRefused = true;
        return this;
    }

    Configuration configuration() {
        ModuleReference[] all = modules.toArray(ModuleReference[]::new);
        return Configuration.resolve(
                StubModule.finder(all),
                List.of(jdk),
                ModuleFinder.of(),
                modules.stream().map(module -> module.descriptor().name()).collect(Collectors.toSet()));
    }

    /** Returns the resolution of {@code modules}, the first of which is the one to load. */
    Resolution resolution(ModuleReference... modules) {
        return new Resolution(
                modules[0].descriptor().name(),
                List.of(modules),
                HostModules.of(List.of(configuration()), contract),
                new Terms(demands, allowed, isNativeRefused));
    }

    List<String> check(ModuleReference... modules) {
        return resolution(modules).check().stream().map(Finding::text).toList();
    }
}
