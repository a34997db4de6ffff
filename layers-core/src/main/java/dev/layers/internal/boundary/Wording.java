package dev.layers.internal.boundary;

/** What a border cannot name itself: the exceptions of the API, and where warnings go. */
public interface Wording {
    /** Returns what a late caller gets, saying that {@code what} came from a generation that is gone. */
    RuntimeException unloaded(String what);

    /** Returns what says that a value cannot cross. */
    RuntimeException refused(String message);

    /** Tells that a value crossed that should not. */
    void warn(String message);

    /** Returns a copy of {@code thrown} that holds no class of a module. */
    Throwable copy(Throwable thrown);
}
