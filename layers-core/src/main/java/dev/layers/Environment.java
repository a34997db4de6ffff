package dev.layers;

import dev.layers.internal.collect.Probe;
import dev.layers.internal.layer.ClassTransform;
import dev.layers.internal.layer.LinkedModules;
import dev.layers.internal.reference.CrossingClasses;
import dev.layers.internal.reference.Line;
import dev.layers.internal.residue.RecordCache;
import dev.layers.internal.thread.Stacks;
import dev.layers.internal.thread.StartThreads;
import dev.layers.internal.weave.Weaver;
import java.util.Optional;

/**
 * What all modules of one manager share.
 *
 * @param linked the modules that the host was started with, if those are what is loaded
 * @param contextLoader what the host's code runs with where it would have the module's context class loader
 */
record Environment(
        ServiceContract contract,
        Parents parents,
        Optional<LinkedModules> linked,
        ExaminedBytes examinedBytes,
        Policies policies,
        Judge judge,
        GenerationBound bound,
        Announcer announcer,
        CrossingClasses hostReferences,
        Weaver weaver,
        SuccessorWait successorWait,
        Stacks stacks,
        StartThreads startThreads,
        RecordCache recordCache,
        ClassLoader contextLoader) {

    /** Returns what the modules of a manager called {@code name} share. */
    static Environment of(String name, Binding binding, Policies policies, Announcer announcer) {
        Explanations.Owner owner = new Explanations.Owner(name, "the manager was closed");
        Explanations explanations = Explanations.of(
                owner,
                policies.explanation(),
                (generations, stage, percent) ->
                        announcer.announce(new LayerEvent.Examining(generations, stage, percent)));
        RecordCache recordCache = new RecordCache();
        Probe probe = new Probe(
                name + " probe", owner.closing(), () -> recordCache.flush().ifPresent(announcer::warn));
        Judge judge = new Judge(probe, policies.collection(), explanations);
        return new Environment(
                binding.contract(),
                Parents.of(binding.types()),
                binding.linked(),
                new ExaminedBytes(),
                policies,
                judge,
                new GenerationBound(policies.generations(), judge, announcer),
                announcer,
                new CrossingClasses(name + " references", true),
                new Weaver(),
                new SuccessorWait(judge, policies.unload()),
                new Stacks(),
                new StartThreads(),
                recordCache,
                currentContextLoader());
    }

    /** Returns what the host's code has as context class loader when it makes a manager. */
    private static ClassLoader currentContextLoader() {
        ClassLoader current = Thread.currentThread().getContextClassLoader();
        return current == null ? ClassLoader.getSystemClassLoader() : current;
    }

    /** Returns what finds the module that is linked in place of {@code source}, where modules are linked. */
    Optional<LinkedSearch> linked(Source source) {
        return linked.map(modules -> new LinkedSearch(this, modules, source));
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
