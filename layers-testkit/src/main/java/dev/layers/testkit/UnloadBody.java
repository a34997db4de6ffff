package dev.layers.testkit;

import org.jspecify.annotations.Nullable;

/**
 * What creates something that can be unloaded, uses it and drops it.
 *
 * @param <E> what it may throw
 * @since 0.1
 */
@FunctionalInterface
public interface UnloadBody<E extends Throwable> {
    /**
     * Runs the body.
     *
     * @return what it dropped: a class loader, layer, module, class or any other object, a weak reference to one, or an
     *     array, a collection, an optional or a map of them; nothing else may lead to it any more. Keys of a map that
     *     are text, numbers or constants are names, and not judged
     * @throws E if the body fails
     */
    @Nullable
    Object run() throws E;
}
