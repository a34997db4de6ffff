package dev.layers.internal.boundary;

import dev.layers.internal.boundary.Direction.Left;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an object of ours on one side holds of the other side, until it is ended or the generation goes. */
final class Link<T> {
    private final Direction way;
    private final String what;
    private volatile @Nullable T target;
    private volatile @Nullable Left left;

    /**
     * Creates a link.
     *
     * @param way the direction in which {@code target} went; calls of it go back
     * @param what its type, as it stands in messages
     */
    Link(T target, Direction way, String what) {
        this.target = target;
        this.way = way;
        this.what = what;
    }

    /** A call of the target. */
    @FunctionalInterface
    interface Call<T, R extends @Nullable Object> {
        R on(T target) throws Exception;
    }

    void leave(Left behind) {
        left = behind;
    }

    /**
     * Begins a call; null says that none may go there now.
     *
     * <p>The fence keeps a compiler from asking earlier than the frame of the caller is there to be seen.
     */
    @Nullable
    T enter() {
        VarHandle.acquireFence();
        T entered = target;
        return entered != null && way.back().isOpen() ? entered : null;
    }

    /** Returns what {@code call} returns; what it throws crosses as well, whatever its type. */
    @SuppressWarnings({"unchecked", "NullAway"}) // what comes back is what the call returned
    <R extends @Nullable Object> R call(T entered, Call<T, R> call) {
        try {
            return (R) way.back().call(() -> call.on(entered));
        } catch (Throwable thrown) {
            throw Link.<RuntimeException>unchecked(thrown);
        }
    }

    /** Returns what a call gets that found nothing to enter. */
    RuntimeException unloaded() {
        return way.unloaded(what);
    }

    /** Returns what this leads to if {@code other} takes it back to where it came from. */
    Optional<T> targetOn(Direction other) {
        return way.back().equals(other) ? Optional.ofNullable(target) : Optional.empty();
    }

    /** Lets go of the target when the generation goes. */
    void cut() {
        target = null;
        left = null;
    }

    /** Lets go of the target when it is no longer needed. */
    void end() {
        Left behind = left;
        cut();
        if (behind != null) {
            behind.forget();
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // a caller of the target could not tell either
    private static <X extends Throwable> RuntimeException unchecked(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
