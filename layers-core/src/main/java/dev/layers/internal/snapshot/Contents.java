package dev.layers.internal.snapshot;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Named bytes, held in memory. */
interface Contents {
    /** Returns the names of all files, with {@code /} between their parts; directories have none. */
    Set<String> names();

    /** Returns the bytes of {@code name}, or null when there is no such file. */
    byte @Nullable [] read(String name) throws DamagedEntry;

    /**
     * Returns the bytes of {@code name} to be looked at alone, or null when there is no such file. Who reads them next may
     * be given the same ones.
     */
    default byte @Nullable [] look(String name) throws DamagedEntry {
        return read(name);
    }

    /** Checks that {@code name} can be read, at the cost of a small buffer. */
    default void verify(String name) throws DamagedEntry {}

    /** Gives back what reading keeps at hand; reading goes on to work. */
    default void close() {}
}
