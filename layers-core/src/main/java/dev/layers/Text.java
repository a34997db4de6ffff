package dev.layers;

import java.time.Duration;
import java.util.Locale;

/** How durations are written in messages and reports. */
final class Text {
    private static final int SECOND = 1000;
    private static final int HALF_A_MILLISECOND = 500_000;

    private Text() {}

    /** Returns rounded milliseconds below a second, else seconds with at most three places. */
    static String of(Duration duration) {
        long millis = duration.plusNanos(HALF_A_MILLISECOND).toMillis();
        if (millis < SECOND) {
            return millis + " ms";
        }
        String fraction = String.format(Locale.ROOT, "%03d", millis % SECOND).replaceFirst("0+$", "");
        return millis / SECOND + (fraction.isEmpty() ? "" : "." + fraction) + " s";
    }
}
