package dev.layers;

import dev.layers.internal.layer.ModuleCode;
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
final class Generation implements Neighbour {
    private final GenerationName name;
    private final Draft draft;
    private final Footing footing;
    private final Instant loadedAt = Instant.now();
    private final List<ServiceKey> services;
    private final GenerationBoundary boundary;
    private final Belongings belongings;
    private final HandOvers handOvers = new HandOvers();
    private volatile @Nullable Parts parts;

    /** What lives as long as the generation does. */
    record Parts(ModuleCode code, ManagedThreads threads, Ledger ledger, Deque<ModuleLifecycle> started) {}

    Generation(GenerationName name, Preparation preparation, GenerationBoundary boundary, Parts parts) {
        this.name = name;
        this.draft = preparation.draft();
        this.footing = preparation.footing();
        this.services = boundary.entries().services();
        this.boundary = boundary;
        this.belongings = parts.code().belongings();
        this.parts = parts;
    }

    /** Returns what its code made; holds nothing of it once that is undone. */
    Belongings belongings() {
        return belongings;
    }

    @Override
    public GenerationName name() {
        return name;
    }

    /** Returns what asks its hooks for what they hand over. */
    HandOvers handOvers() {
        return handOvers;
    }

    /** Returns what it was made of, and can be made of again. */
    Draft draft() {
        return draft;
    }

    /** Returns which generations it stands on. */
    @Override
    public Footing footing() {
        return footing;
    }

    @Override
    public ModuleCode code() {
        return parts().code();
    }

    Source source() {
        return draft.source();
    }

    Origin origin() {
        return draft.origin();
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
        return new ModuleStatus(name, state, origin(), loadedAt);
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

    /** Lets go of everything, its code too; returns what failed to end, a sentence each. */
    List<String> release() throws IOException {
        Parts live = parts();
        parts = null;
        List<String> failures = boundary.release();
        live.code().release();
        return failures;
    }
}
