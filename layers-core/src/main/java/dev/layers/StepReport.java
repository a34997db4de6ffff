package dev.layers;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What one step of an unload came to.
 *
 * @param step the step
 * @param took how long it took
 * @param undone what the module had left with the JVM and is gone now, a sentence each; no findings
 * @param findings what went wrong or was left behind, a sentence each; empty if nothing
 * @since 0.1
 */
public record StepReport(UnloadStep step, Duration took, List<String> undone, List<String> findings) {
    /** Checks the components. */
    public StepReport {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(took, "took");
        undone = List.copyOf(undone);
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        String name = step.name().toLowerCase(Locale.ROOT);
        String line = name + " " + Text.of(took);
        String repaired = undone.isEmpty() ? "" : " (undone: " + String.join("; ", undone) + ")";
        return line + repaired + (findings.isEmpty() ? "" : ": " + String.join("; ", findings));
    }
}
