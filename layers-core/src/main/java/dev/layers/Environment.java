package dev.layers;

import dev.layers.internal.collect.Probe;
import dev.layers.internal.layer.ClassTransform;
import dev.layers.internal.layer.HostSide;
import dev.layers.internal.linkage.ContractTypes;
import dev.layers.internal.reference.CrossingClasses;
import dev.layers.internal.reference.Line;
import dev.layers.internal.residue.RecordCache;
import dev.layers.internal.resolution.HostModules;
import dev.layers.internal.thread.Stacks;
import dev.layers.internal.weave.Weaver;
import dev.layers.module.ModuleLifecycle;
import java.util.ArrayList;
import java.util.List;

/**
 * What all modules of one manager share.
 *
 * @param contextLoader what the host's code runs with where it would have the module's context class loader
 */
record Environment(
        ServiceContract contract,
        HostSide host,
        HostModules hostModules,
        ContractTypes contractTypes,
        ExaminedBytes examinedBytes,
        Policies policies,
        Judge judge,
        GenerationBound bound,
        Announcer announcer,
        CrossingClasses hostReferences,
        Weaver weaver,
        SuccessorWait successorWait,
        Stacks stacks,
        RecordCache recordCache,
        ClassLoader contextLoader) {

    /** Returns what the modules of a manager called {@code name} share. */
    static Environment of(String name, ServiceContract contract, Policies policies, Announcer announcer) {
        List<Class<?>> shared = new ArrayList<>(contract.types());
        shared.add(ModuleLifecycle.class);
        HostSide host = HostSide.of(shared);
        Explanations.Owner owner = new Explanations.Owner(name, "the manager was closed");
        Explanations explanations = Explanations.of(
                owner,
                policies.explanation(),
                (generations, stage, percent) ->
                        announcer.announce(new LayerEvent.Examining(generations, stage, percent)));
        Probe probe = new Probe(name + " probe", owner.closing());
        Judge judge = new Judge(probe, policies.collection(), explanations);
        return new Environment(
                contract,
                host,
                HostModules.of(host.configurations(), host.contract()),
                new ContractTypes(host.contract()),
                new ExaminedBytes(),
                policies,
                judge,
                new GenerationBound(policies.generations(), judge, announcer),
                announcer,
                new CrossingClasses(name + " references", true),
                new Weaver(),
                new SuccessorWait(judge, policies.unload()),
                new Stacks(),
                new RecordCache(),
                currentContextLoader());
    }

    /** Returns what the host's code has as context class loader when it makes a manager. */
    private static ClassLoader currentContextLoader() {
        ClassLoader current = Thread.currentThread().getContextClassLoader();
        return current == null ? ClassLoader.getSystemClassLoader() : current;
    }

    /** Returns what becomes of the classes of a module that is loaded with {@code options}. */
    ClassTransform transform(LoadOptions options) {
        return options.weaving() == Weaving.WOVEN ? weaver::weave : ClassTransform.none();
    }

    /** Returns the references of a module that none has yet. */
    Line line(String module) {
        // two managers may have a module of one name, and stacks tell references apart by the name of their loader
        String number = Integer.toHexString(System.identityHashCode(this));
        return new Line(module + " references " + number, contract.boundary().isSettingContextLoader());
    }
}
