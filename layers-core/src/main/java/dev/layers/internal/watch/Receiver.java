package dev.layers.internal.watch;

import java.time.Duration;
import java.util.Optional;

/** Is told what becomes of a directory, on the thread that watches it; what is noticed meanwhile is told afterwards. */
public interface Receiver {
    /** Takes what is at rest; returns after which time it wants to be given the same again, if it does. */
    Optional<Duration> receive(Settled settled);

    /** Takes why the directory, or something in it, cannot be followed; a reason is told once while it stands. */
    void troubled(String reason);

    /** Takes that no trouble that was told stands any longer. */
    void recovered();
}
