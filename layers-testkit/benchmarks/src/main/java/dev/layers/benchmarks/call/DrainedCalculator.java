package dev.layers.benchmarks.call;

import dev.layers.benchmarks.Calculator;
import dev.layers.benchmarks.Sum;

/** A calculator that knows its calls in flight, so that its provider can be taken away once there are none. */
abstract class DrainedCalculator extends Sum {
    private final Calculator provider;
    private volatile boolean isClosed;

    DrainedCalculator(Calculator provider) {
        this.provider = provider;
    }

    /** Begins a call. */
    abstract void enter();

    /** Ends a call. */
    abstract void leave();

    /** Waits until no call is in flight; none begins any more. */
    abstract void awaitQuiet();

    /** Refuses further calls and waits for the others. */
    final void drain() {
        isClosed = true;
        awaitQuiet();
    }

    private void check() {
        if (isClosed) {
            throw new IllegalStateException("The calculator is drained");
        }
    }

    @Override
    public final int add(int one, int other) {
        enter();
        try {
            check();
            return provider.add(one, other);
        } finally {
            leave();
        }
    }

    @Override
    public final String greet(String name) {
        enter();
        try {
            check();
            return provider.greet(name);
        } finally {
            leave();
        }
    }
}
