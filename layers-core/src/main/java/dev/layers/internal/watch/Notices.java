package dev.layers.internal.watch;

import java.nio.file.Path;
import java.time.Duration;

/** Waits until something is noticed. Used by one thread, but for {@link #close()}. */
interface Notices extends AutoCloseable {
    /** Notices from now on what happens in a directory, if that is possible; costs nothing if it is followed already. */
    void follow(Place place);

    /** Notices nothing any longer that happens in the directories of {@code child}. */
    void forget(Path child);

    /** Waits until something is noticed and as much longer as to take what comes at once together; at most {@code longest}. */
    News await(Duration longest);

    /** Says how it notices. */
    String text();

    /** Ends the waiting, now and for ever. */
    @Override
    void close();
}
