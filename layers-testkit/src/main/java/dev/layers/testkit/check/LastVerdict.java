package dev.layers.testkit.check;

import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.retention.Hold;
import dev.layers.retention.Lasting;
import dev.layers.retention.Retention;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the verdict that stays. */
final class LastVerdict {
    private LastVerdict() {}

    /** Returns the verdict; one that passes only if it does not pass within {@code patience}. */
    static Verdict of(UnloadReport report, Duration patience) throws InterruptedException {
        Verdict first = report.verdict().join();
        if (!(first instanceof Verdict.Retained retained) || !isPassing(retained.retention())) {
            return first;
        }
        try {
            return report.collected().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException held) {
            return first;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How long a soft reference lasts is nothing to wait for: that depends on the memory that is left. */
    private static boolean isPassing(Retention retention) {
        return retention.hold() != Hold.SOFT && retention.lasting() == Lasting.ENDS_BY_ITSELF;
    }
}
