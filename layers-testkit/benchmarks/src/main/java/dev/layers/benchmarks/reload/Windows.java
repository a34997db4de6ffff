package dev.layers.benchmarks.reload;

import dev.layers.benchmarks.Ratios;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Windows of time, in turn: one without a reload, one with a reload each second, one with a reload each 20 ms. */
final class Windows {
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    private final Reloading reloading;
    private final Callers callers;
    private final Duration length;

    /** How often there is a reload. */
    enum Pace {
        QUIET("none", Duration.ZERO),
        SECOND("each second", Duration.ofSeconds(1)),
        FAST("each 20 ms", Duration.ofMillis(20));

        private final String title;
        private final Duration between;

        Pace(String title, Duration between) {
            this.title = title;
            this.between = between;
        }

        String title() {
            return title;
        }
    }

    Windows(Reloading reloading, Duration length) {
        this.reloading = reloading;
        this.callers = new Callers(reloading.calculator());
        this.length = length;
    }

    /** Returns the calls per second of so many windows of each pace, to those of the quiet ones. */
    Ratios calls(int rounds) throws Exception {
        callers.count(() -> reload(Pace.FAST, WARM_UP));
        Ratios calls = new Ratios(Pace.QUIET.title());
        for (int round = 0; round < rounds; round++) {
            for (Pace pace : Pace.values()) {
                System.gc();
                long begin = System.nanoTime();
                long count = callers.count(() -> reload(pace, length));
                calls.add(pace.title(), count * 1e9 / (System.nanoTime() - begin));
            }
        }
        reloading.settle();
        return calls;
    }

    /** Returns the pauses of all windows of each pace. */
    Map<Pace, Pauses> pauses(int rounds) throws Exception {
        callers.pauses(() -> reload(Pace.FAST, WARM_UP));
        Map<Pace, Pauses> pauses = new EnumMap<>(Pace.class);
        for (int round = 0; round < rounds; round++) {
            for (Pace pace : Pace.values()) {
                System.gc();
                pauses.computeIfAbsent(pace, first -> new Pauses()).add(callers.pauses(() -> reload(pace, length)));
            }
        }
        reloading.settle();
        return pauses;
    }

    /** Reloads at each beat of the window; a beat that a former reload overran is left out. */
    private void reload(Pace pace, Duration duration) throws Exception {
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        long between = pace.between.isZero() ? duration.toNanos() : pace.between.toNanos();
        for (long beat = begin + between / 2; beat < end; beat = next(beat, between)) {
            sleepUntil(beat);
            if (pace != Pace.QUIET) {
                reloading.reload();
            }
        }
        sleepUntil(end);
    }

    private static long next(long beat, long between) {
        long late = Math.max(0, System.nanoTime() - beat);
        return beat + between * (1 + late / between);
    }

    private static void sleepUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
        }
    }
}
