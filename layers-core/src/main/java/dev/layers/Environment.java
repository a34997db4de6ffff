package dev.layers;

import dev.layers.internal.collect.Probe;
import dev.layers.internal.layer.HostSide;
import dev.layers.internal.linkage.ContractTypes;
import dev.layers.internal.resolution.HostModules;

/** What all modules of one manager share. */
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
        Announcer announcer) {}
