package dev.layers;

import dev.layers.internal.collect.Probe;
import dev.layers.internal.layer.HostSide;

/** What all modules of one manager share. */
record Environment(
        ServiceContract contract,
        HostSide host,
        UnloadPolicy unloadPolicy,
        CollectionPolicy collectionPolicy,
        Probe probe,
        Announcer announcer) {}
