package dev.layers.internal.resolution;

import dev.layers.internal.contract.ContractModule;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.util.Optional;
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
                module.descriptor().requires().stream()
                        .sorted()
                        .flatMap(requires -> checked.host().contract(requires.name()).stream()
                                .flatMap(
                                        contract -> requires
                                                .rawCompiledVersion()
                                                .flatMap(compiled -> other(module, contract, compiled))
                                                .stream()))
                        .forEach(findings);
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
