package dev.layers.internal.woven;

import org.jspecify.annotations.Nullable;

/** A default that tells what it holds. */
interface ReadableDefault extends Default {
    /** Returns what it holds. */
    @Nullable
    Object current();

    /** Has it hold something else. */
    void write(@Nullable Object value);

    @Override
    default Change change(@Nullable Object value) {
        Object before = current();
        write(value);
        return new Change(before, current());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // it is the object itself that is there or not
    default boolean replace(@Nullable Object expected, @Nullable Object value) {
        boolean isThere = current() == expected;
        if (isThere) {
            write(value);
        }
        return isThere;
    }
}
