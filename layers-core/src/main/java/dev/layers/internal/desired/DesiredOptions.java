package dev.layers.internal.desired;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a module is loaded, in words of the {@link Vocabulary}; what the file leaves out is absent.
 *
 * @param weaving the kind of weaving
 * @param offer what it offers
 * @param requires version ranges by the names of modules
 * @param reload how it is reloaded
 */
public record DesiredOptions(
        Optional<String> weaving, Optional<String> offer, Map<String, String> requires, Optional<Reload> reload) {
    public DesiredOptions {
        requires = Map.copyOf(requires);
    }

    /**
     * How a module is reloaded.
     *
     * @param order which of the generations starts first
     * @param patience how long callers wait
     * @param refusedState what becomes of a reload without hand-over
     */
    public record Reload(Optional<String> order, Optional<Duration> patience, Optional<String> refusedState) {}
}
