package dev.layers.testkit.check;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Watches whether the JVM has more threads and classes after each round. */
final class Growth {
    /** Fewer rounds show what the JVM does once, not what each round leaves. */
    private static final int FEWEST_ROUNDS = 20;

    private final List<Sample> samples = new ArrayList<>();

    /** What the JVM has after a round. */
    record Sample(int threads, int classes) {
        static Sample now() {
            return new Sample(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        }
    }

    void add(Sample sample) {
        samples.add(sample);
    }

    /** Returns what grew by about one or more in each round of the latter half, when all is warm. */
    List<LeftOver> found() {
        List<LeftOver> found = new ArrayList<>();
        if (samples.size() >= FEWEST_ROUNDS) {
            Sample half = samples.get(samples.size() / 2 - 1);
            Sample last = samples.get(samples.size() - 1);
            add(found, "threads", half.threads(), last.threads());
            add(found, "classes", half.classes(), last.classes());
        }
        return found;
    }

    private void add(List<LeftOver> found, String what, int before, int after) {
        int rounds = samples.size() - samples.size() / 2;
        // some threads of the JVM come and go meanwhile
        if (after - before >= rounds * 4 / 5) {
            found.add(new LeftOver(
                    LeftOver.GROWTH,
                    what + " of the JVM grew from " + before + " to " + after + " over the last " + rounds
                            + " rounds"));
        }
    }
}
