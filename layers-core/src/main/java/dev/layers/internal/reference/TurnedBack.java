package dev.layers.internal.reference;

/**
 * Thrown by an entry whose gate is closed: the call did not begin, and the reference makes it anew, where it leads by now.
 *
 * <p>It records nothing and is the same at all times.
 */
public final class TurnedBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("StaticAssignmentOfThrowable") // it records nothing
    private static final TurnedBack INSTANCE = new TurnedBack();

    private TurnedBack() {
        super(null, null, false, false);
    }

    static TurnedBack instance() {
        return INSTANCE;
    }

    /** Returns what entries throw, as a type that verifying them need not load. */
    public static Throwable thrown() {
        return INSTANCE;
    }
}
