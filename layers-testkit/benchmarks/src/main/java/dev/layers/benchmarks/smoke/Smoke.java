package dev.layers.benchmarks.smoke;

import dev.layers.benchmarks.call.CallMeasurement;
import dev.layers.benchmarks.cycle.CycleMeasurement;
import dev.layers.benchmarks.load.FirstLoadMeasurement;
import dev.layers.benchmarks.load.LoadMeasurement;
import dev.layers.benchmarks.reload.ReloadMeasurement;
import dev.layers.benchmarks.set.SetMeasurement;
import dev.layers.benchmarks.unload.UnloadMeasurement;
import java.time.Duration;
import java.util.List;

/** Measures what is cheap to measure; ends with 1 if a bound is exceeded, also when measured once more. */
public final class Smoke {
    /** Some seconds below what the script allows, to tell what was measured so far. */
    private static final Duration LIMIT = Duration.ofMinutes(8);

    private static final List<Check> CHECKS = List.of(
            new Check("first", FirstLoadMeasurement::bounds),
            new Check("load", LoadMeasurement::bounds),
            new Check("set", SetMeasurement::bounds),
            new Check("unload", UnloadMeasurement::bounds),
            new Check("cycles", CycleMeasurement::bounds),
            new Check("reload", ReloadMeasurement::bounds),
            new Check("calls", CallMeasurement::bounds));

    private Smoke() {}

    /** Takes the names of checks; all of them if there is none. */
    public static void main(String[] arguments) {
        List<String> names = List.of(arguments);
        Checks checks = new Checks(
                CHECKS.stream()
                        .filter(check -> names.isEmpty() || names.contains(check.name()))
                        .toList(),
                System.out);
        boolean areKept = checks.areKept(LIMIT);
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        System.exit(areKept ? 0 : 1);
    }
}
