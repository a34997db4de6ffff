package dev.layers.internal.resolution;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.lang.module.ResolvedModule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Whether a module and its private libraries go together with each other, with their host and with its contract. */
public final class Resolution {
    private final Case checked;

    /**
     * Takes what is to be loaded.
     *
     * @param main the name of the module
     * @param modules the module and its private libraries
     */
    public Resolution(String main, Collection<ModuleReference> modules, HostModules host, Terms terms) {
        List<ModuleReference> curtailed = new ArrayList<>(modules.size());
        modules.forEach(module -> curtailed.add(Curtailed.of(module, name -> isKeptFrom(modules, name, host))));
        OwnModules own = new OwnModules(main, curtailed);
        OwnModules described = terms.isForOthers() ? PlainJars.shown(own, host) : PlainJars.described(own, host);
        this.checked = new Case(described, host, terms, ManifestVersions.of(own.main()));
    }

    private static boolean isKeptFrom(Collection<ModuleReference> modules, String name, HostModules host) {
        return host.keeper(name).isPresent()
                && modules.stream()
                        .noneMatch(module -> module.descriptor().name().equals(name));
    }

    /** Returns all that the descriptors say against loading it. */
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        RequiresRules requires = new RequiresRules(checked);
        ContractRules contract = new ContractRules(checked);
        List<Reads> reads = reads(requires);
        new IdentityRules(checked).check(findings::add);
        requires.check(findings::add);
        new CycleRule(checked).check(findings::add);
        new PackageRules(checked).check(reads, findings::add);
        contract.check(findings::add);
        reads.forEach(read -> contract.checkVisible(read, findings::add));
        new VersionRule(checked).check(findings::add);
        new VersionRules(checked).check(findings::add);
        new NativeRules(checked).check(findings::add);
        // two rules may read a manifest that cannot be read
        return findings.size() < 2 ? findings : findings.stream().distinct().toList();
    }

    /**
     * Resolves the modules, all of them: an automatic one does not say what it requires.
     *
     * @throws Unresolved if the JDK refuses them; after a check without errors, for a reason that only it knows
     */
    public Resolved resolve() throws Unresolved {
        try {
            Configuration configuration = Configuration.resolve(
                    checked.own(),
                    checked.host().configurations(),
                    ModuleFinder.of(),
                    checked.own().names());
            requireNothingHidden(configuration);
            return new Resolved(configuration, checked.own().standIns());
        } catch (FindException | ResolutionException refused) {
            throw unresolved(String.valueOf(refused.getMessage()));
        }
    }

    /** Of two parents that have a module of one name, the JDK takes that of the first, though it be a private library. */
    private void requireNothingHidden(Configuration configuration) throws Unresolved {
        for (ResolvedModule module : checked.host().hasGround() ? configuration.modules() : Set.<ResolvedModule>of()) {
            for (ResolvedModule read : module.reads()) {
                if (!configuration.modules().contains(read) && checked.host().isHidden(read)) {
                    throw unresolved("'" + module.name() + "' would read '" + read.name()
                            + "', a private library of a module that it stands on");
                }
            }
        }
    }

    private Unresolved unresolved(String found) {
        return new Unresolved(Rule.NOT_RESOLVED.at(checked.own().main().where(), found));
    }

    /** What a module reads is known if nothing that it requires is missing; bundled parts of the contract are told. */
    private List<Reads> reads(RequiresRules requires) {
        List<Reads> reads = new ArrayList<>();
        for (OwnModule module : checked.own().all()) {
            if (!module.isPlainJar() && !checked.isBundledContract(module) && requires.isComplete(module)) {
                reads.add(new Reads(checked, module));
            }
        }
        return reads;
    }
}
