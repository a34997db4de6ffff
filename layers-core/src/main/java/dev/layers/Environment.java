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
        ArtifactPolicy artifactPolicy,
        TrustPolicy trustPolicy,
        UnloadPolicy unloadPolicy,
        CollectionPolicy collectionPolicy,
        Probe probe,
        Announcer announcer,
        CrossingClasses hostReferences,
        Weaver weaver,
        SuccessorWait successorWait,
        Stacks stacks,
        RecordCache recordCache,
        ClassLoader contextLoader) {

    /** Returns what the host's code has as context class loader when it makes a manager. */
    static ClassLoader currentContextLoader() {
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
