package dev.layers.internal.desired;

import dev.layers.internal.time.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Waits until nobody has written to a file for the quiet period. */
final class Rest {
    /** How often it is looked whether the file changed, for each quiet period. */
    private static final int LOOKS = 10;

    private final Path file;
    private final Duration quiet;
    private final Pause pause;

    /** Lets some time pass; ends early when the thread is interrupted. */
    @FunctionalInterface
    interface Pause {
        void pass(Duration time);
    }

    Rest(Path file, Duration quiet, Pause pause) {
        this.file = file;
        this.quiet = quiet;
        this.pause = pause;
    }

    /** Lets time pass without giving up the flag of an interrupted thread. */
    static Pause parking() {
        return time -> {
            Deadline deadline = Deadline.in(time);
            while (!deadline.isPast() && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(deadline.remaining().toNanos());
            }
        };
    }

    /** Waits up to two quiet periods, unless interrupted; returns the stamp that did not change for one of them. */
    Optional<Stamp> await() throws IOException {
        Optional<Stamp> seen = Stamp.of(file);
        int equal = quiet.isZero() ? LOOKS : 0;
        for (int look = 0;
                equal < LOOKS && look < 2 * LOOKS && !Thread.currentThread().isInterrupted();
                look++) {
            pause.pass(quiet.dividedBy(LOOKS));
            Optional<Stamp> now = Stamp.of(file);
            equal = now.equals(seen) ? equal + 1 : 0;
            seen = now;
        }
        return equal < LOOKS ? Optional.empty() : seen;
    }
}
