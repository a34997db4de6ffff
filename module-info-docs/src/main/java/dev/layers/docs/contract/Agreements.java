package dev.layers.docs.contract;

import dev.layers.docs.model.ModuleSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells of contracts how values cross, and which modules fit them. */
public final class Agreements {
    private final ModuleSet set;
    private final ContractTypes types;
    private final JdkTypes jdk = JdkTypes.read();

    /** Looks at the types of {@code set}. */
    public Agreements(ModuleSet set) {
        this.set = set;
        this.types = new ContractTypes(set);
    }

    /** Returns how values cross at the services of a contract, and at what these lead to. */
    public Agreement of(Contract contract) {
        Set<String> services = contract.services().stream()
                .map(service -> service.type().name())
                .collect(Collectors.toUnmodifiableSet());
        return Agreement.of(contract, new Classifier(types.with(services), jdk));
    }

    /** Returns whether the modules fit that provide or use services of a contract, by name. */
    public List<Fit> fits(Contract contract) {
        return new Fitting(contract, types, jdk).fits(set.modules());
    }
}
