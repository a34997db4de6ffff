package dev.layers.benchmarks.smoke;

import dev.layers.benchmarks.Bound;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Checks that are made one after the other and told as they are made. */
final class Checks {
    private static final int ATTEMPTS = 2;

    private final List<Check> checks;
    private final PrintStream out;
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private final List<String> exceeded = new CopyOnWriteArrayList<>();

    Checks(List<Check> checks, PrintStream out) {
        this.checks = List.copyOf(checks);
        this.out = out;
    }

    /** Returns whether all checks were made in time and all bounds kept; what is still measured then goes on. */
    boolean areKept(Duration limit) {
        ExecutorService measuring = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "measuring");
            thread.setDaemon(true);
            return thread;
        });
        Future<Void> all = measuring.submit(this::makeAll);
        measuring.shutdown();
        try {
            all.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            out.println("Not all was measured within " + limit.toSeconds() + " s" + summary()
                    + ": the machine is too busy, or something waits; run it again alone");
            return false;
        } catch (ExecutionException failure) {
            failure.getCause().printStackTrace(out);
            out.println("Nothing more was measured" + summary());
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
        return exceeded.isEmpty();
    }

    private Void makeAll() throws Exception {
        for (Check check : checks) {
            if (isKept(check)) {
                kept.add(check.name());
            } else {
                exceeded.add(check.name());
                out.println("'" + check.name()
                        + "' exceeds its bounds twice in turn. Run 'layers-testkit/benchmarks/run full " + check.name()
                        + "' here and on the commit before, on a quiet machine, and compare the ratios");
            }
        }
        return null;
    }

    /** Machines are noisy: that a bound is exceeded counts the second time, and so does that nothing came of it. */
    private boolean isKept(Check check) throws Exception {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Bound> bounds = measure(check, attempt == ATTEMPTS - 1);
            bounds.forEach(bound -> out.println(bound.text()));
            if (!bounds.isEmpty() && bounds.stream().allMatch(Bound::isKept)) {
                return true;
            }
        }
        return false;
    }

    private List<Bound> measure(Check check, boolean isLast) throws Exception {
        try {
            return check.measuring().measure();
        } catch (IllegalStateException failed) {
            if (isLast) {
                throw failed;
            }
            out.println("failed    " + check.name() + ": " + failed.getMessage());
            return List.of();
        }
    }

    private String summary() {
        List<String> open = checks.stream()
                .map(Check::name)
                .filter(name -> !kept.contains(name) && !exceeded.contains(name))
                .toList();
        return "; kept: " + kept + ", exceeded: " + exceeded + ", not measured to the end: " + open;
    }
}
