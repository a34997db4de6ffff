package dev.layers.testkit;

import dev.layers.Verdict;
import dev.layers.retention.Hold;
import dev.layers.retention.Retention;
import java.time.Duration;

/** Looks again at what a heap dump shows no path to: compiled code that a thread is in may hold such for a while. */
@FunctionalInterface
interface SecondLook {
    Duration LIMIT = Duration.ofSeconds(15);

    /** Looks, which takes a while. */
    Verdict verdict() throws InterruptedException;

    /** Returns the last verdict after {@code first}, which stands unless it is collected within the limit. */
    static Verdict after(Verdict first, SecondLook look) throws InterruptedException {
        long begin = System.nanoTime();
        while (isWithoutPath(first) && System.nanoTime() - begin < LIMIT.toNanos()) {
            if (look.verdict() instanceof Verdict.Collected collected) {
                return collected;
            }
        }
        return first;
    }

    private static boolean isWithoutPath(Verdict verdict) {
        return verdict instanceof Verdict.Retained retained && isWithoutPath(retained.retention());
    }

    private static boolean isWithoutPath(Retention retention) {
        return retention.hold() == Hold.STRONG && retention.paths().isEmpty();
    }
}
