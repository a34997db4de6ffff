package dev.layers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Changes that failed for what they met; they fail again until something is loaded that was not there then. */
final class Stuck {
    private final Supplier<Set<String>> generations;
    private final Map<String, Met> met = new ConcurrentHashMap<>();

    /** The bytes that failed, and the generations that were there. */
    private record Met(Optional<String> to, Set<String> generations) {}

    Stuck(ModuleRegistry registry) {
        this.generations = () -> registry.all().stream()
                .map(live -> live.status().generation().toString())
                .collect(Collectors.toSet());
    }

    /** Takes that {@code change} failed. */
    void failed(Change change) {
        met.put(change.source(), new Met(change.to(), generations.get()));
    }

    /** Takes what there still is. */
    void forgetAllBut(Set<Path> present) {
        met.keySet().retainAll(present.stream().map(Path::toString).collect(Collectors.toSet()));
    }

    /** Takes that nothing failed that was made of {@code source}. */
    void forget(String source) {
        met.remove(source);
    }

    /** Returns whether {@code change} would fail again. */
    boolean holds(Change change) {
        Met failed = met.get(change.source());
        return failed != null
                && failed.to().equals(change.to())
                && failed.generations().containsAll(generations.get());
    }

    /** Returns whether something was loaded that one of them may have waited for. */
    boolean isMoved() {
        Set<String> now = generations.get();
        return met.values().stream().anyMatch(failed -> !failed.generations().containsAll(now));
    }
}
