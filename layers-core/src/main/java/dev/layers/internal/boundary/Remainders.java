package dev.layers.internal.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was left behind at a border and must be ended with the generation. */
final class Remainders {
    private final Set<Remainder> all = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    private final class Remainder implements Direction.Left {
        private final Runnable end;

        private Remainder(Runnable end) {
            this.end = end;
        }

        @Override
        public void forget() {
            all.remove(this);
        }
    }

    /** Keeps {@code end} to be run; runs it at once if the others were. */
    Direction.Left add(Runnable end) {
        Remainder remainder = new Remainder(end);
        all.add(remainder);
        // whoever takes it out of the set runs it, so that it runs once
        if (ended && all.remove(remainder)) {
            end.run();
        }
        return remainder;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Runs all, and says of each that failed how. */
    List<String> end() {
        ended = true;
        List<String> failures = new ArrayList<>();
        for (Remainder each : List.copyOf(all)) {
            if (all.remove(each)) {
                run(each.end, failures);
            }
        }
        return List.copyOf(failures);
    }

    /** Runs {@code end}; what it throws is of somebody's code and must not keep the rest from ending. */
    static List<String> run(Runnable end, List<String> failures) {
        try {
            end.run();
        } catch (Throwable thrown) {
            failures.add(thrown.getClass().getName() + ": " + thrown.getMessage());
        }
        return failures;
    }
}
