package dev.layers.internal.reference;

import java.util.Map;

/** What the references of one generation lead to, and the gate before it. */
public record Targets(Gate gate, Map<ServiceKey, Object> providers) {
    public Targets {
        providers = Map.copyOf(providers);
    }
}
