package dev.layers;

import dev.layers.internal.boundary.Uncopyable;
import dev.layers.preflight.Origin;
import java.util.Optional;

/**
 * Whose state is handed over; holds nothing of it but text.
 *
 * @param version the version of the module, as it says so itself
 * @param refusedState what becomes of a reload that loses the state
 */
record Giver(
        Environment environment,
        GenerationName name,
        Origin origin,
        Optional<String> version,
        RefusedState refusedState) {
    static Giver of(Environment environment, Generation generation) {
        ReloadPolicy policy = generation
                .source()
                .options()
                .reloading()
                .orElse(environment.policies().reload());
        return new Giver(
                environment,
                generation.name(),
                generation.origin(),
                generation.draft().descriptor().rawVersion(),
                policy.refusedState());
    }

    /** Returns a copy that shares nothing with {@code value} that can change, and nothing of a module. */
    Object copy(Object value) throws Uncopyable {
        return environment.contract().boundary().values().copy(value);
    }

    /** Tells that its state is lost, in its entirety or in part. */
    void tellLost(String reason) {
        environment.announcer().warn(new LayerEvent.StateLost(name, origin, reason), reason);
    }
}
