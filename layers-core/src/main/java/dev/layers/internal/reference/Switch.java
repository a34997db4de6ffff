package dev.layers.internal.reference;

import org.jspecify.annotations.Nullable;

/** The point where all references of one module turn from one generation to the next. */
public final class Switch {
    private volatile @Nullable Targets targets;

    /** Turns to another generation; calls that begin from now on go there. */
    public void turnTo(Targets next) {
        targets = next;
    }

    /** Turns to nothing. */
    public void turnOff() {
        targets = null;
    }

    /** Begins a call on {@code key}, or returns null when no generation takes calls or none provides it. */
    @SuppressWarnings("ReferenceEquality") // the question is whether somebody has turned it since
    @Nullable
    Entered enter(ServiceKey key) {
        Targets current = targets;
        while (current != null) {
            Gate.Call call = current.gate().enter();
            if (call != null) {
                return entered(current, key, call);
            }
            Targets seen = current;
            current = targets;
            if (current == seen) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable Entered entered(Targets current, ServiceKey key, Gate.Call call) {
        Object provider = current.provider(key);
        if (provider == null) {
            call.close();
            return null;
        }
        return new Entered(provider, call);
    }

    /** A call that is inside, and the provider it goes to. */
    record Entered(Object provider, Gate.Call call) implements AutoCloseable {
        @Override
        public void close() {
            call.close();
        }
    }
}
