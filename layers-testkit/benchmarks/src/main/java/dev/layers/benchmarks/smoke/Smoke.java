package dev.layers.benchmarks.smoke;

import dev.layers.benchmarks.Bound;
import dev.layers.benchmarks.call.CallMeasurement;
import dev.layers.benchmarks.cycle.CycleMeasurement;
import dev.layers.benchmarks.reload.ReloadMeasurement;
import dev.layers.benchmarks.set.SetMeasurement;
import dev.layers.benchmarks.unload.UnloadMeasurement;
import java.util.List;

/** Measures what is cheap to measure; ends with 1 if a bound is exceeded, also when measured once more. */
public final class Smoke {
    private static final int ATTEMPTS = 2;
    private static final List<Check> CHECKS = List.of(
            new Check("set", SetMeasurement::bounds),
            new Check("unload", UnloadMeasurement::bounds),
            new Check("cycles", CycleMeasurement::bounds),
            new Check("reload", ReloadMeasurement::bounds),
            new Check("calls", CallMeasurement::bounds));

    private Smoke() {}

    private interface Measuring {
        List<Bound> measure() throws Exception;
    }

    private record Check(String name, Measuring measuring) {
        /** Returns whether all bounds are kept; machines are noisy, so that a bound is exceeded counts the second time. */
        boolean isKept() throws Exception {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (isKeptNow()) {
                    return true;
                }
            }
            return false;
        }

        private boolean isKeptNow() throws Exception {
            List<Bound> bounds = measuring.measure();
            bounds.forEach(bound -> System.out.println((bound.isKept() ? "kept      " : "exceeded  ") + bound.text()));
            return bounds.stream().allMatch(Bound::isKept);
        }
    }

    /** Takes nothing. */
    public static void main(String[] arguments) throws Exception {
        boolean areKept = true;
        for (Check check : CHECKS) {
            if (!check.isKept()) {
                areKept = false;
                System.out.println("'" + check.name()
                        + "' exceeds its bounds twice in turn. Run 'layers-testkit/benchmarks/run full " + check.name()
                        + "' here and on the commit before, on a quiet machine, and compare the ratios");
            }
        }
        System.exit(areKept ? 0 : 1);
    }
}
