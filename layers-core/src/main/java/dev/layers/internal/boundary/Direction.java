package dev.layers.internal.boundary;

import dev.layers.internal.reference.Way;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One direction over the border of one generation, as passages see it. */
abstract class Direction extends Way {
    private final Depth depth = new Depth();

    /** Returns how deep the current thread is in what goes this way. */
    final Depth depth() {
        return depth;
    }

    @Override
    public abstract Direction back();

    /** Returns what a late caller gets, saying that {@code what} came from a generation that is gone. */
    abstract RuntimeException unloaded(String what);

    /**
     * Returns what says that a value cannot cross.
     *
     * @param found what it is, and why not
     */
    abstract RuntimeException refused(String found);

    /** Keeps {@code end} to be run when the generation goes; runs it at once if it is gone. */
    abstract Left leave(Runnable end);

    /**
     * Returns what {@code code} returns, which calls where this way leads; a drain sees it as a call.
     *
     * @throws Throwable what the code throws, as it crosses back
     */
    abstract @Nullable Object call(Callable<?> code) throws Throwable;

    /**
     * Runs {@code code}, which completes what is on the side where this way leads; a drain waits for it, but lets it begin.
     *
     * @return false, without running it, if nothing is delivered there any more
     */
    abstract boolean deliver(Runnable code);

    /** Something left behind that must be ended with the generation. */
    interface Left {
        /** Forgets it, since it has ended by itself. */
        void forget();
    }
}
