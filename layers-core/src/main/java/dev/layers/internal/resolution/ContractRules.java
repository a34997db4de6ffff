package dev.layers.internal.resolution;

import dev.layers.internal.contract.ContractModule;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.ModuleDescriptor.Provides;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The contract is the host's alone, and the module keeps its side of it. */
final class ContractRules {
    private static final String LIFECYCLE = "dev.layers.module.ModuleLifecycle";

    private final Case checked;

    ContractRules(Case checked) {
        this.checked = checked;
    }

    void check(Consumer<Finding> findings) {
        checkProviders(findings);
        for (OwnModule module : checked.own().all()) {
            if (checked.isBundledContract(module)) {
                checked.host()
                        .contract(module.name())
                        .ifPresent(contract -> findings.accept(bundled(module, contract)));
            } else if (checked.host().contract(module.name()).isEmpty()) {
                checkPackages(module, findings);
            }
        }
    }

    private void checkProviders(Consumer<Finding> findings) {
        boolean isMissing = false;
        for (Demand demand : checked.terms().demands()) {
            List<String> providers = providers(demand.service());
            if (providers.size() < demand.least()) {
                isMissing = true;
                findings.accept(missing("provides no '" + demand.service() + "'", demand.service()));
            } else if (providers.size() > demand.most()) {
                findings.accept(Rule.PROVIDER_SURPLUS.at(
                        where(), providers.size() + " providers: " + Names.some(providers), demand.service()));
            }
        }
        if (!isMissing && isNothingProvided()) {
            List<String> services = new ArrayList<>(
                    checked.terms().demands().stream().map(Demand::service).toList());
            services.add(LIFECYCLE);
            findings.accept(missing("provides nothing that the contract names", String.join("' or '", services)));
        }
    }

    private boolean isNothingProvided() {
        if (checked.terms().isForOthers() || checked.terms().demands().isEmpty()) {
            return false;
        }
        for (Demand demand : checked.terms().demands()) {
            if (!providers(demand.service()).isEmpty()) {
                return false;
            }
        }
        return providers(LIFECYCLE).isEmpty();
    }

    private List<String> providers(String service) {
        List<String> providers = new ArrayList<>();
        for (OwnModule module : checked.own().all()) {
            for (Provides provides : module.descriptor().provides()) {
                if (provides.service().equals(service)) {
                    providers.addAll(provides.providers());
                }
            }
        }
        return providers;
    }

    private Finding missing(String found, String services) {
        String advice = checked.own().main().isPlainJar()
                ? "name one in a file of META-INF/services"
                : "add 'provides ... with ...' to module-info.java, beside which META-INF/services does not count";
        return Rule.PROVIDER_MISSING.at(where(), found, services, advice);
    }

    private String where() {
        return checked.own().main().where();
    }

    private static Finding bundled(OwnModule module, ContractModule contract) {
        return Rule.CONTRACT_MODULE_BUNDLED.at(
                module.where(), "a module of the contract, which the host has as " + contract.text(), contract.name());
    }

    /** What the contract exports is refused, whoever reads it: one loader would serve its types from the copy. */
    private void checkPackages(OwnModule module, Consumer<Finding> findings) {
        TreeMap<String, ContractModule> bundled = new TreeMap<>();
        for (String name : module.packages()) {
            checked.host().contractWith(name).ifPresent(contract -> bundled.put(name, contract));
        }
        bundled.forEach((name, contract) -> findings.accept(Rule.CONTRACT_PACKAGE_BUNDLED.at(
                module.where(), "contains package '" + name + "' of " + contract.text(), contract.name())));
    }

    /** Services that a module with a descriptor names and whose type it does not see. */
    void checkVisible(Reads reads, Consumer<Finding> findings) {
        for (Provides provides : reads.reader().descriptor().provides()) {
            checkVisible(reads, new Named("provides", provides.service()), findings);
        }
        for (String service : reads.reader().descriptor().uses()) {
            checkVisible(reads, new Named("uses", service), findings);
        }
    }

    private void checkVisible(Reads reads, Named named, Consumer<Finding> findings) {
        if (!reads.isVisible(named.packageName())) {
            unseen(reads, named).ifPresent(findings);
        }
    }

    /** A service in a directive of a descriptor. */
    private record Named(String directive, String service) {
        String packageName() {
            return Names.packageOf(service);
        }

        String text() {
            return directive + " '" + service + "'";
        }
    }

    /** Of a service that an absent, optional module may have, the JDK says whether it will do. */
    private Optional<Finding> unseen(Reads reads, Named named) {
        String where = reads.reader().where();
        Optional<ContractModule> contract =
                checked.host().contractWith(named.packageName()).filter(module -> !reads.isHostRead(module.name()));
        if (contract.isEmpty()
                && (isAnyAbsent(reads.reader()) || reads.own().stream().anyMatch(this::isAnyAbsent))) {
            return Optional.empty();
        }
        return Optional.of(contract.map(module -> Rule.CONTRACT_NOT_READ.at(
                        where, named.text() + " and does not read '" + module.name() + "'", module.name()))
                .orElseGet(() -> Rule.NOT_RESOLVED.at(
                        where,
                        named.text() + " and reads no module that exports '" + named.packageName() + "' to it")));
    }

    private boolean isAnyAbsent(OwnModule module) {
        return module.descriptor().requires().stream()
                .anyMatch(requires -> !checked.own().contains(requires.name())
                        && !checked.host().contains(requires.name()));
    }
}
