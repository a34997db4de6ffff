package dev.layers.benchmarks.reload;

import java.time.Duration;

/**
 * The beats of a window of time, the first of them half a beat after its begin.
 *
 * @param window how long it lasts
 * @param between from one beat to the next
 */
record Beats(Duration window, Duration between) {
    /** Something to do at each beat. */
    interface Work {
        void run() throws Exception;
    }

    /** Whom beats ask for the time. */
    interface Clock {
        /** Returns nanoseconds. */
        long now();

        /** Returns at that time, in nanoseconds, or at once if it is over. */
        void sleepUntil(long time);
    }

    /** Returns a window without a beat. */
    static Beats none(Duration window) {
        return new Beats(window, window.multipliedBy(2));
    }

    /** Returns how many beats there are. */
    int count() {
        return (int) ((window.toNanos() + between.toNanos() / 2 - 1) / between.toNanos());
    }

    /** Lasts as long as the window, does the work at each beat, and returns how often: a beat that the former work overran is left out. */
    int run(Clock clock, Work work) throws Exception {
        int done = 0;
        long begin = clock.now();
        long end = begin + window.toNanos();
        for (long beat = begin + between.toNanos() / 2; beat < end; beat = next(beat, clock.now())) {
            clock.sleepUntil(beat);
            work.run();
            done++;
        }
        clock.sleepUntil(end);
        return done;
    }

    private long next(long beat, long now) {
        long late = Math.max(0, now - beat);
        return beat + between.toNanos() * (1 + late / between.toNanos());
    }
}
