package dev.layers;

/**
 * What happens to values that go between host and modules.
 *
 * @since 0.1
 */
public enum Boundary {
    /**
     * Values cross by the rules of {@link ServiceContract#describe()}: the host never holds an object of a module's class,
     * nor a module one of the host's. What has no rule is refused.
     */
    GUARDED,
    /** As {@link #GUARDED}, but what has no rule passes as it is, and a {@link LayerEvent.Passed} tells of it. */
    WARN,
    /**
     * Providers and values are handed out as they are. Calls are not waited for, nothing is revoked, and whatever the host
     * keeps keeps the module.
     */
    DIRECT
}
