package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleSet;
import java.util.List;
import java.util.Optional;

/** The contracts among some modules, by the name of their module. */
public record Contracts(List<Contract> contracts) {
    public Contracts {
        contracts = List.copyOf(contracts);
    }

    /**
     * Finds the modules whose types others provide or use as services; a module that exports a service and uses it itself
     * means others to provide it.
     */
    public static Contracts of(ModuleSet set) {
        Bindings bindings = Bindings.of(set);
        return new Contracts(set.modules().stream()
                .map(module -> new Contract(module, bindings.services(module)))
                .filter(contract -> !contract.services().isEmpty())
                .toList());
    }

    /** Returns the contract of a module, if it has one. */
    public Optional<Contract> of(DocumentedModule module) {
        return contracts.stream()
                .filter(contract -> contract.module().name().equals(module.name()))
                .findFirst();
    }

    /** Returns the contract that a service belongs to, if it belongs to one. */
    public Optional<Contract> declaring(String service) {
        return contracts.stream().filter(contract -> contract.declares(service)).findFirst();
    }
}
