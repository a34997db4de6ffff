package dev.layers.benchmarks.reload;

import dev.layers.benchmarks.Ratios;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Windows of time, one of each pace in every round, in an order that is another in each.
 *
 * <p>Ahead of each there is a collection, and a lead in which callers call and nobody reloads: so that what a former window left
 * the compiler to do is done.
 */
final class Windows {
    private static final Duration LEAD = Duration.ofMillis(500);
    private static final long SEED = 42;

    private final Reloading reloading;
    private final Duration length;
    private final List<Pace> paces;
    private final Beats.Clock clock = new SystemClock();
    private final Random random = new Random(SEED);
    private final Map<Pace, Tally> reloads = new EnumMap<>(Pace.class);

    /**
     * Makes windows.
     *
     * @param reloading what is called and reloaded
     * @param length how long each lasts
     * @param paces how often there are reloads; ratios are to the first
     */
    Windows(Reloading reloading, Duration length, List<Pace> paces) {
        this.reloading = reloading;
        this.length = length;
        this.paces = List.copyOf(paces);
    }

    /** Something that takes a window of a pace. */
    private interface Window {
        void take(Pace pace) throws Exception;
    }

    /** Returns the calls per second of so many windows of each pace. */
    Ratios calls(int rounds) throws Exception {
        Callers callers = new Callers(reloading.calculator(), LEAD);
        callers.perSecond(this::warmUp);
        Ratios calls = new Ratios(paces.stream().map(Pace::title).toList());
        each(rounds, pace -> calls.add(pace.title(), callers.perSecond(() -> reload(pace))));
        return calls;
    }

    /** Returns the pauses of all windows of each pace. */
    Map<Pace, Pauses> pauses(int rounds) throws Exception {
        Callers callers = new Callers(reloading.calculator(), LEAD);
        callers.pauses(this::warmUp);
        Map<Pace, Pauses> pauses = new EnumMap<>(Pace.class);
        paces.forEach(pace -> pauses.put(pace, new Pauses()));
        each(rounds, pace -> pauses.get(pace).add(callers.pauses(() -> reload(pace))));
        return pauses;
    }

    /** Returns how many reloads all windows of a pace had so far. */
    Tally reloads(Pace pace) {
        return reloads.getOrDefault(pace, Tally.NONE);
    }

    private void warmUp() throws Exception {
        Pace.FAST.beats(length.multipliedBy(2)).run(clock, reloading::reload);
    }

    private void each(int rounds, Window window) throws Exception {
        List<Pace> order = new ArrayList<>(paces);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (Pace pace : order) {
                System.gc();
                window.take(pace);
            }
        }
        reloading.settle();
    }

    private void reload(Pace pace) throws Exception {
        Beats beats = pace.beats(length);
        int made = beats.run(clock, reloading::reload);
        if (made < pace.least(length)) {
            throw new IllegalStateException("A window of " + length.toMillis() + " ms with a reload " + pace.title()
                    + " had " + made + " of " + beats.count() + ", wanted are " + pace.least(length)
                    + " at least; measure on a machine that is less busy");
        }
        reloads.merge(pace, new Tally(made, beats.count()), Tally::plus);
    }
}
