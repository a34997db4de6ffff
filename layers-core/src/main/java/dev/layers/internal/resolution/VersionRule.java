package dev.layers.internal.resolution;

import dev.layers.internal.contract.ContractModule;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The version of the contract that a module was compiled against is the one of the host; where both are recorded. */
final class VersionRule {
    private final Case checked;

    VersionRule(Case checked) {
        this.checked = checked;
    }

    void check(Consumer<Finding> findings) {
        for (OwnModule module : checked.own().all()) {
            if (!checked.isBundledContract(module)) {
                check(module, findings);
            }
        }
    }

    private void check(OwnModule module, Consumer<Finding> findings) {
        for (Requires requires : new TreeSet<>(module.descriptor().requires())) {
            Optional<ContractModule> contract = checked.host().contract(requires.name());
            Optional<String> compiled = requires.rawCompiledVersion();
            if (contract.isPresent() && compiled.isPresent()) {
                other(module, contract.get(), compiled.get()).ifPresent(findings);
            }
        }
    }

    private static Optional<Finding> other(OwnModule module, ContractModule contract, String compiled) {
        return contract.version()
                .filter(version -> !version.equals(compiled))
                .map(version -> Rule.CONTRACT_VERSION.at(
                        module.where(),
                        "compiled against '" + contract.name() + "@" + compiled + "'; the host has "
                                + contract.text()));
    }
}
