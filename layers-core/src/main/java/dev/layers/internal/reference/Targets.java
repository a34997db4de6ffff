package dev.layers.internal.reference;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the references of one generation lead to, and the gate before it; empty once cleared. */
public final class Targets {
    private final Gate gate;
    private volatile Map<ServiceKey, Object> providers;

    public Targets(Gate gate, Map<ServiceKey, Object> providers) {
        this.gate = gate;
        this.providers = Map.copyOf(providers);
    }

    /** Lets go of every provider, wherever these targets themselves are still held. */
    public void clear() {
        providers = Map.of();
    }

    Gate gate() {
        return gate;
    }

    @Nullable
    Object provider(ServiceKey key) {
        return providers.get(key);
    }
}
