package dev.layers;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Origin;
import dev.layers.preflight.PreflightReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when an artifact is refused before any code of it has run. Its message tells every error of the report.
 *
 * @since 0.1
 */
public final class PreflightException extends LayerException {
    private static final long serialVersionUID = 1L;

    /** Where the artifact came from. */
    private final Origin origin;
    /** The name of the module, null if it could not be learnt. */
    private final @Nullable String module;
    /** What was found, errors first. */
    private final Finding[] findings;

    PreflightException(PreflightReport report) {
        super(message(report));
        this.origin = report.origin();
        this.module = report.module().orElse(null);
        this.findings = report.findings().toArray(Finding[]::new);
    }

    /**
     * Returns all that was found, with warnings and notes.
     *
     * @return the report, in which at least one finding is an error
     */
    public PreflightReport report() {
        return new PreflightReport(origin, Optional.ofNullable(module), List.of(findings));
    }

    private static String message(PreflightReport report) {
        List<Finding> errors = report.errors();
        return errors.size() == 1
                ? errors.get(0).text()
                : errors.stream()
                        .map(error -> "\n  " + error.text())
                        .collect(Collectors.joining("", heading(report, errors.size()), ""));
    }

    private static String heading(PreflightReport report, int errors) {
        return report.origin().artifact() + ": " + errors + " problems:";
    }
}
