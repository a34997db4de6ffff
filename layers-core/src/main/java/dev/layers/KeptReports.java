package dev.layers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last reports on one module: they are small, but a module that is reloaded for ever must not grow for ever. */
final class KeptReports {
    private static final int LIMIT = 100;

    /** Guarded by this. */
    private final Deque<UnloadReport> reports = new ArrayDeque<>();

    /** Returns them, oldest first. */
    synchronized List<UnloadReport> all() {
        return List.copyOf(reports);
    }

    /** Keeps {@code report}; one that is returned again, for whatever reason, is kept once. */
    synchronized void add(UnloadReport report) {
        if (reports.contains(report)) {
            return;
        }
        reports.removeIf(kept -> kept.because(report.reason()).equals(report));
        reports.addLast(report);
        if (reports.size() > LIMIT) {
            reports.removeFirst();
        }
    }
}
