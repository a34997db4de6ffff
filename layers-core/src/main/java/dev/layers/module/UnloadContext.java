package dev.layers.module;

import java.time.Duration;

/**
 * What a generation is told when it ends.
 *
 * @since 0.1
 */
public interface UnloadContext {
    /**
     * Returns why the generation ends.
     *
     * @return the reason
     */
    UnloadReason reason();

    /**
     * Returns how much time the hook has left. The time for hooks is shared evenly among those that still have to run.
     *
     * @return never negative; zero when the time is up
     */
    Duration timeLeft();
}
