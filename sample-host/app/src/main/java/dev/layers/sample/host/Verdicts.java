package dev.layers.sample.host;

import dev.layers.UnloadReport;
import java.time.Duration;

/** Waits for verdicts and shows that something is going on meanwhile. */
final class Verdicts {
    private static final Duration NOTICE = Duration.ofSeconds(1);

    private final Console console;
    private final Duration patience;

    Verdicts(Console console, Duration patience) {
        this.console = console;
        this.patience = patience;
    }

    /** Prints the report when its verdict is known, or when waiting for it is in vain; returns whether it is clean. */
    boolean isCleanInTheEnd(UnloadReport report) {
        try {
            Duration waited = Duration.ZERO;
            while (waited.compareTo(patience) <= 0 && report.await(NOTICE).isEmpty()) {
                waited = waited.plus(NOTICE);
                console.print(
                        "  ... asking the JVM to collect " + report.generation() + " (" + waited.toSeconds() + " s)");
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
        console.print(report.text());
        return report.isClean();
    }
}
