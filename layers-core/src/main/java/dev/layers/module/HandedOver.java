package dev.layers.module;

import java.util.Optional;

/**
 * What a generation is given by the one before it.
 *
 * @since 0.1
 */
public interface HandedOver {
    /**
     * Returns the value that {@link ModuleLifecycle#handOver()} returned, as a new copy at every call: what is done to it, nobody
     * else sees.
     *
     * @param <T> the type of the value
     * @param type a type of the JDK or of the contract; {@link java.util.List}, {@link java.util.Set} or {@link java.util.Map}
     *     for any of that kind
     * @return the value
     * @throws ClassCastException if the value is not of that type; the message names both
     */
    <T> T value(Class<T> type);

    /**
     * Returns the version of the module that gave it.
     *
     * @return the version in its descriptor, or that of its file if it is no modular jar, as it is written there; empty if it
     *     has none
     */
    Optional<String> version();

    /**
     * Returns the number of the generation that gave it.
     *
     * @return its number
     */
    int generation();
}
