package dev.layers.internal.woven;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the code of one generation made that would outlive it, recorded where it was made.
 *
 * <p>Once all of it is undone this holds nothing of the generation and may outlive it.
 */
public final class Belongings {
    /** A method reference that runs is on the stack as a hidden frame alone. */
    private static final StackWalker STACK = StackWalker.getInstance(
            Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_HIDDEN_FRAMES), 8);

    private final String owner;
    private final Mentions mentions;
    private final Cells cells = new Cells();
    private final Workers workers = new Workers();
    private final Undoings endings = new Undoings();
    private final Undoings undoings = new Undoings();
    private volatile Predicate<Reference<?>> collected = earlier -> earlier.refersTo(null);
    private final Cleanings cleanings = new Cleanings(undoings);
    private final ReferenceQueue<Object> goneSources = new ReferenceQueue<>();
    private final Map<Default, Restoring> restorings = new ConcurrentHashMap<>();

    /**
     * Begins with nothing.
     *
     * @param owner the generation, for messages
     * @param mentions what its classes name
     */
    public Belongings(String owner, Mentions mentions) {
        this.owner = owner;
        this.mentions = mentions;
    }

    /** Returns those of the generation whose code is innermost on the stack of the current thread. */
    static Optional<Belongings> current() {
        return innermost().map(Belongings::of);
    }

    /** Returns the class of a generation that is innermost on the stack of the current thread. */
    static Optional<Class<?>> innermost() {
        return STACK.walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                .filter(type -> of(type) != null)
                .findFirst());
    }

    /** Returns those of the generation that {@code type} is of, be it by a loader that stands on it; null if of none. */
    static @Nullable Belongings of(Class<?> type) {
        ClassLoader found = Ancestry.find(type.getClassLoader(), WovenLoader.class::isInstance);
        return found instanceof WovenLoader loader ? loader.belongings() : null;
    }

    /** Returns the name of the generation. */
    public String owner() {
        return owner;
    }

    /** Returns what the classes that were loaded so far name. */
    public Mentions mentions() {
        return mentions;
    }

    /** Returns the values of its thread-locals. */
    public Cells cells() {
        return cells;
    }

    /** Returns what runs its code: threads, pools, timers. */
    public Workers workers() {
        return workers;
    }

    /** Returns what ends while its threads may still run: what it registered with its context, and shutdown hooks. */
    public Undoings endings() {
        return endings;
    }

    /** Returns what it registered with the JVM, to be undone once its threads have ended. */
    public Undoings undoings() {
        return undoings;
    }

    /**
     * Tells how it waits for what an earlier generation had.
     *
     * @param wait waits until what a reference leads to is collected, returns whether it is
     */
    public void waitBy(Predicate<Reference<?>> wait) {
        collected = wait;
    }

    Predicate<Reference<?>> collected() {
        return collected;
    }

    /** Returns what tells that something it listens to was collected. */
    ReferenceQueue<Object> goneSources() {
        return goneSources;
    }

    /** Returns how what it set defaults of the JVM to is set back. */
    Map<Default, Restoring> restorings() {
        return restorings;
    }

    Cleanings cleanings() {
        return cleanings;
    }
}
