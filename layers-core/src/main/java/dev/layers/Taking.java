package dev.layers;

import dev.layers.module.HandedOver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One attempt of a successor to start with what was handed over. */
final class Taking {
    private final RefusedState refusedState;
    private final Set<String> given;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    /** By the names of the hooks; empty once the start is over. */
    private volatile Map<String, HandedOver> values;

    private volatile boolean isTaken;
    private volatile @Nullable GenerationName taker;

    Taking(RefusedState refusedState, Map<String, HandedOver> values) {
        this.refusedState = refusedState;
        this.given = Set.copyOf(values.keySet());
        this.values = Map.copyOf(values);
    }

    /** Returns the start of a generation that gets nothing. */
    static Taking nothing() {
        return new Taking(RefusedState.START_FRESH, Map.of());
    }

    /** Returns what {@code hook} gets whenever it asks, until the start is over. */
    Supplier<Optional<HandedOver>> of(String hook) {
        claimed.add(hook);
        return () -> {
            Optional<HandedOver> value = Optional.ofNullable(values.get(hook));
            isTaken |= value.isPresent();
            return value;
        };
    }

    /** Ends the start of {@code generation}: what it wants to keep, it has by now. */
    void end(GenerationName generation) {
        values = Map.of();
        taker = generation;
    }

    /** Returns whether the successor saw a value, and may have failed of it. */
    boolean isTaken() {
        return isTaken;
    }

    /** Says whose values no hook of the generation that has started could ask for. */
    Optional<String> unclaimed() {
        Set<String> unclaimed = new TreeSet<>(given);
        unclaimed.removeAll(claimed);
        GenerationName started = taker;
        return unclaimed.isEmpty() || started == null
                ? Optional.empty()
                : Optional.of(HandOverWording.unclaimed(started, unclaimed));
    }

    /** Returns why the generation, which has started, must not serve all the same. */
    @Nullable
    LayerException refusal() {
        return refusedState == RefusedState.FAIL
                ? unclaimed().map(ReloadRefusedException::new).orElse(null)
                : null;
    }
}
