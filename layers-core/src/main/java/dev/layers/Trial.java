package dev.layers;

import dev.layers.internal.layer.ModuleCode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What modules would stand on if they were loaded, to look at before anything is stopped. Layers are defined for it, and let
 * go with it; no class is loaded.
 */
final class Trial implements AutoCloseable {
    private final Map<String, Tried> tried = new ConcurrentHashMap<>();
    private final Queue<ModuleCode> defined = new ConcurrentLinkedQueue<>();

    /** A module as it would be. */
    private record Tried(GenerationName name, Footing footing, ModuleCode code) implements Neighbour {}

    /** Defines what {@code preparation} would come to. */
    void add(Preparation preparation) {
        ModuleCode code = preparation.rehearse();
        defined.add(code);
        tried.put(
                preparation.module(),
                new Tried(new GenerationName(preparation.module(), 1), preparation.footing(), code));
    }

    /** Returns {@code module} as it would be. */
    Optional<Neighbour> find(String module) {
        return Optional.ofNullable(tried.get(module));
    }

    /** Takes {@code module} for one that would not be. */
    void remove(String module) {
        tried.remove(module);
    }

    @Override
    public void close() {
        for (ModuleCode code : defined) {
            try {
                code.release();
            } catch (IOException impossible) {
                throw new IllegalStateException("A snapshot in memory failed to close", impossible);
            }
        }
    }
}
