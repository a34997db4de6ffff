package dev.layers.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was measured, by what was done and how; ratios are to {@code bare}. */
final class Figures {
    private final int modules;
    private final Map<String, Map<String, List<Double>>> all = new LinkedHashMap<>();
    private boolean isCounted;

    Figures(int modules) {
        this.modules = modules;
    }

    /** Begins a round, which counts or only warms up. */
    void begin(boolean counts) {
        isCounted = counts;
    }

    /** Does {@code work} and takes the time, and that of all processors. */
    void time(String who, String what, Runnable work) {
        long cpu = SetMeasurement.cpu();
        long begin = System.nanoTime();
        work.run();
        add(who, what, (System.nanoTime() - begin) / 1e6);
        add(who, what + ", CPU", (SetMeasurement.cpu() - cpu) / 1e6);
    }

    void count(String who, String what, long number) {
        add(who, what, (double) number);
    }

    private void add(String who, String what, double value) {
        if (isCounted) {
            all.computeIfAbsent(what, first -> new TreeMap<>())
                    .computeIfAbsent(who, first -> new ArrayList<>())
                    .add(value);
        }
    }

    void print() {
        all.forEach((what, byWho) -> byWho.forEach((who, values) -> {
            List<Double> sorted = values.stream().sorted().toList();
            List<Double> bare = byWho.getOrDefault("bare", List.of());
            System.out.printf(
                    "%-28s %9.1f (%.1f to %.1f)%s%n",
                    who + " " + what,
                    median(sorted),
                    sorted.get(0),
                    sorted.get(sorted.size() - 1),
                    what.startsWith("collections") ? "" : perModule(sorted, bare));
        }));
    }

    private String perModule(List<Double> sorted, List<Double> bare) {
        String each = String.format(" ms, %.0f us per module", median(sorted) * 1000 / modules);
        return bare.isEmpty()
                ? each
                : each
                        + String.format(
                                ", ratio %.2f",
                                median(sorted) / median(bare.stream().sorted().toList()));
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
