package dev.layers.internal.watch;

import java.time.Duration;

/** What a watch does, turn by turn, on its one thread. */
interface Turns {
    /** Does what is due, knowing what was noticed; returns when the next turn is due. */
    Duration turn(News news);

    /** Returns how it stands. */
    Standing standing();
}
