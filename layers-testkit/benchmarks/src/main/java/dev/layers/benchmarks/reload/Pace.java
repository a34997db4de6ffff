package dev.layers.benchmarks.reload;

import java.time.Duration;

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

    /** Returns the beats of a window. */
    Beats beats(Duration window) {
        return this == QUIET ? Beats.none(window) : new Beats(window, between);
    }

    /** Returns how many reloads a window has at least: with one each second, one less than its seconds, and one. */
    int least(Duration window) {
        return this == SECOND ? Math.max(1, (int) window.toSeconds() - 1) : 0;
    }
}
