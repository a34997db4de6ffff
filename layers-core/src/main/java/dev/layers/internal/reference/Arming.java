package dev.layers.internal.reference;

import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** What the first call through a line does before it goes on; calls beside it go on at once. */
final class Arming {
    private final BooleanSupplier inside;
    private final Runnable beforeCall;
    private final AtomicBoolean isTaken = new AtomicBoolean();

    Arming(BooleanSupplier inside, Runnable beforeCall) {
        this.inside = inside;
        this.beforeCall = beforeCall;
    }

    /** Returns the question of {@link #isDoneHere()} as a handle. */
    MethodHandle test() {
        return Answers.of(this, "isDoneHere", boolean.class);
    }

    /** Does what is to be done if this is the first call from outside; returns whether it was. */
    @SuppressWarnings("UnusedMethod") // found by its name
    boolean isDoneHere() {
        if (isTaken.get() || inside.getAsBoolean() || !isTaken.compareAndSet(false, true)) {
            return false;
        }
        beforeCall.run();
        return true;
    }
}
