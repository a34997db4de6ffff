package dev.layers;

import dev.layers.internal.layer.GenerationLayer;
import dev.layers.internal.reference.Gate;
import dev.layers.internal.reference.ServiceKey;
import dev.layers.internal.reference.Targets;
import dev.layers.internal.thread.ManagedThreads;
import dev.layers.module.ModuleLifecycle;
import dev.layers.preflight.Origin;
import java.io.IOException;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One loaded life of a module; everything of the module hangs on one field, which {@link #release()} empties. */
final class Generation {
    private final GenerationName name;
    private final Source source;
    private final Origin origin;
    private final Instant loadedAt = Instant.now();
    private final Gate gate = new Gate();
    private final List<ServiceKey> services;
    private final Targets targets;
    private volatile @Nullable Parts parts;

    /** What lives as long as the generation does. */
    record Parts(GenerationLayer layer, ManagedThreads threads, Ledger ledger, Deque<ModuleLifecycle> started) {}

    Generation(GenerationName name, Preparation preparation, Parts parts, Map<ServiceKey, Object> providers) {
        this.name = name;
        this.source = preparation.source();
        this.origin = preparation.origin();
        this.services = List.copyOf(providers.keySet());
        this.targets = new Targets(gate, providers);
        this.parts = parts;
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

    Gate gate() {
        return gate;
    }

    /** Returns the keys of all providers, in the order of the descriptor. */
    List<ServiceKey> services() {
        return services;
    }

    ModuleStatus status(ModuleState state) {
        return new ModuleStatus(name, state, origin, loadedAt);
    }

    Targets targets() {
        return targets;
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

    /** Lets go of everything and closes the loader. */
    void release() throws IOException {
        Parts live = parts();
        parts = null;
        targets.clear();
        live.layer().release();
    }
}
