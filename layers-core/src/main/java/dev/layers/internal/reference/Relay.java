package dev.layers.internal.reference;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs code as a call of its own: through a reference to a relay every entry into a module is seen on the stack, also where
 * none of its objects is called by its own reference.
 */
public interface Relay {
    /** Returns what {@code code} returns. */
    @Nullable
    Object run(Callable<?> code) throws Exception;

    /** Returns what references to relays look like. */
    static ReferenceShape shape() {
        try {
            MethodPlan plan =
                    new MethodPlan(Relay.class.getMethod("run", Callable.class), List.of(Passage.AS_IS), Passage.AS_IS);
            return new ReferenceShape(List.of(Relay.class), List.of(plan));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("A method of ours is not there", impossible);
        }
    }
}
