package dev.layers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What several modules that were changed together came to.
 *
 * @param outcomes one for each of them, in the order in which they stand on each other
 * @param loaded those that were not there before
 * @param failure why they were not changed
 * @param tellings tell listeners what is told outside of turns
 */
record Changed(
        List<Outcome> outcomes, List<LiveModule> loaded, Optional<RuntimeException> failure, List<Runnable> tellings) {
    /** Tells listeners; to be called when others may change the modules. */
    Changed tell() {
        tellings.forEach(Runnable::run);
        return this;
    }

    /** Returns the reports on what was unloaded of {@code module}. */
    Stream<UnloadReport> unloads(String module) {
        return outcomes.stream()
                .filter(outcome -> outcome.module().equals(module))
                .flatMap(outcome -> outcome.unloads().stream());
    }

    /** Returns this, or throws what went wrong. */
    Changed orThrow() {
        failure.ifPresent(failed -> {
            throw failed;
        });
        return this;
    }
}
