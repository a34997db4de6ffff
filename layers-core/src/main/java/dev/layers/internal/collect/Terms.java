package dev.layers.internal.collect;

import java.time.Duration;

/**
 * How something dropped is watched until something is said of it.
 *
 * @param requesting whether collections are requested meanwhile
 * @param delay how long nothing is done but looking whether it is gone
 * @param limit the time, from the begin, after which nothing can be said
 * @param enough how many collections that unload classes it must outlive to count as held
 * @param certain the time, from the begin, before which it does not count as held
 */
public record Terms(boolean requesting, Duration delay, Duration limit, int enough, Duration certain) {
    /** Finalizers and cleaners take a second collection; a fourth leaves no doubt, given time. */
    static final int ENOUGH = 4;

    /** A compilation of the module's code that is under way holds its classes for as long as it takes. */
    static final Duration CERTAIN = Duration.ofSeconds(2);

    /** What a second collection leaves is held for now, for whatever reason. */
    private static final int FOR_NOW = 2;

    private static final Duration BRIEFLY = Duration.ofSeconds(5);

    /** Returns the terms of a verdict. */
    public static Terms verdict(boolean requesting, Duration limit) {
        return new Terms(requesting, Duration.ZERO, limit, ENOUGH, CERTAIN);
    }

    /** Returns the terms of a short look, with requests, at what may be gone by now. */
    public static Terms glance() {
        return new Terms(true, Duration.ZERO, BRIEFLY, FOR_NOW, Duration.ZERO);
    }

    /** Returns these terms, beginning later. */
    public Terms after(Duration pause) {
        return new Terms(requesting, pause, pause.plus(limit), enough, certain);
    }
}
