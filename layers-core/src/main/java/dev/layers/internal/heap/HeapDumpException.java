package dev.layers.internal.heap;

/** Thrown when a dump cannot be made or read to the end; the message says where, what was found, what was wanted. */
public final class HeapDumpException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why it cannot. */
    public enum Kind {
        /** It was not written, or cannot be opened. */
        UNAVAILABLE,
        /** It is no heap dump, or of another version. */
        UNKNOWN_FORMAT,
        /** It ends too early. */
        CUT_SHORT,
        /** It contradicts itself. */
        DAMAGED,
        /** It does not fit in memory, and no other process could read it. */
        TOO_LARGE,
        /** Nobody wants to know any longer, or the time is over. */
        CANCELLED
    }

    /** Creates an exception. */
    public HeapDumpException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Returns why it cannot. */
    public Kind kind() {
        return kind;
    }
}
