package dev.layers.internal.woven;

import org.jspecify.annotations.Nullable;

/** A place of the JVM that holds one object for all; equal to another that is the same place. */
interface Default {
    /** Returns what it is called in messages: {@code the default authenticator}. */
    String title();

    /** Has it hold {@code value}, and returns what it held before and what it holds now. */
    Change change(@Nullable Object value);

    /** Has it hold {@code value} if it holds {@code expected}; returns whether it did. */
    boolean replace(@Nullable Object expected, @Nullable Object value);

    /**
     * What a change came to.
     *
     * @param before what was there
     * @param after what is there now
     */
    record Change(@Nullable Object before, @Nullable Object after) {}
}
