package dev.layers.internal.drain;

import dev.layers.internal.dump.SeenThread;
import dev.layers.internal.failure.Frames;
import dev.layers.internal.failure.Place;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A thread that was last seen inside a call, or on its way into one; holds text, and the thread weakly.
 *
 * <p>Its frames are copies, since those that the JDK hands out hold the classes they tell of.
 */
public final class Caller {
    private final @Nullable WeakReference<Thread> thread;
    private final long id;
    private final String name;
    private final String state;
    private final List<StackTraceElement> stack;

    private Caller(
            @Nullable WeakReference<Thread> thread, long id, String name, String state, List<StackTraceElement> stack) {
        this.thread = thread;
        this.id = id;
        this.name = name;
        this.state = state;
        this.stack = stack.stream().map(Frames::copy).toList();
    }

    static Caller of(Thread thread, List<StackTraceElement> stack) {
        String state = thread.getState().toString();
        return new Caller(new WeakReference<>(thread), thread.getId(), thread.getName(), state, stack);
    }

    static Caller of(SeenThread seen) {
        return new Caller(null, seen.id(), seen.name(), seen.state(), seen.stack());
    }

    /** Returns the thread while it lives; empty for a virtual one, which nobody can be handed. */
    public Optional<Thread> thread() {
        return thread == null ? Optional.empty() : Optional.ofNullable(thread.get());
    }

    /** Returns the name of the thread, which is often empty for a virtual one. */
    public String name() {
        return name;
    }

    /** Returns whether the thread is virtual. */
    public boolean isVirtual() {
        return thread == null;
    }

    /** Returns the state in which it was seen; empty where the JDK does not tell. */
    public String state() {
        return state;
    }

    /** Returns the frames that were seen, the top one first. */
    public List<StackTraceElement> stack() {
        return stack;
    }

    /** Describes it by name, state and what it runs. */
    public String text() {
        return (isVirtual() ? "virtual thread " : "thread ")
                + (isVirtual() && name.isEmpty() ? "#" + id : "'" + name + "'")
                + (state.isEmpty() ? "" : " (" + state + ")")
                + Place.of(stack.toArray(StackTraceElement[]::new));
    }

    boolean isOf(Thread other) {
        return thread != null && thread.refersTo(other);
    }

    long id() {
        return id;
    }
}
