package dev.layers;

import dev.layers.internal.layer.GenerationLayer;
import dev.layers.internal.reference.ServiceKey;
import dev.layers.internal.thread.ManagedThreads;
import dev.layers.internal.woven.Belongings;
import dev.layers.module.ModuleLifecycle;
import dev.layers.preflight.Origin;
import java.io.IOException;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One loaded life of a module; everything of the module hangs on one field, which {@link #release()} empties. */
final class Generation {
    private final GenerationName name;
    private final Source source;
    private final Origin origin;
    private final Instant loadedAt = Instant.now();
    private final List<ServiceKey> services;
    private final GenerationBoundary boundary;
    private final Belongings belongings;
    private volatile @Nullable Parts parts;

    /** What lives as long as the generation does. */
    record Parts(GenerationLayer layer, ManagedThreads threads, Ledger ledger, Deque<ModuleLifecycle> started) {}

    Generation(GenerationName name, Preparation preparation, GenerationBoundary boundary, Parts parts) {
        this.name = name;
        this.source = preparation.source();
        this.origin = preparation.origin();
        this.services = boundary.entries().services();
        this.boundary = boundary;
        this.belongings = parts.layer().belongings();
        this.parts = parts;
    }

    /** Returns what its code made; holds nothing of it once that is undone. */
    Belongings belongings() {
        return belongings;
    }

    GenerationName name() {
        return name;
    }

    Source source() {
        return source;
    }

    Origin origin() {
        return origin;
    }

    /** Returns how it is called and what crosses. */
    GenerationBoundary boundary() {
        return boundary;
    }

    /** Returns the keys of all providers, in the order of the descriptor. */
    List<ServiceKey> services() {
        return services;
    }

    ModuleStatus status(ModuleState state) {
        return new ModuleStatus(name, state, origin, loadedAt);
    }

    Parts parts() {
        Parts live = parts;
        if (live == null) {
            throw new IllegalStateException("Generation '" + name + "' was released");
        }
        return live;
    }

    boolean isReleased() {
        return parts == null;
    }

    /** Lets go of everything and closes the loader; returns what failed to end, a sentence each. */
    List<String> release() throws IOException {
        Parts live = parts();
        parts = null;
        List<String> failures = boundary.release();
        live.layer().release();
        return failures;
    }
}
