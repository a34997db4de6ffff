package dev.layers;

import dev.layers.preflight.PreflightReport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was done so that the modules of a manager are as they are wanted.
 *
 * @param done what was changed, in order, and what was kept
 * @param failures what could not be; what served before goes on serving
 * @param unloads the reports on all generations that were unloaded
 * @since 0.1
 */
public record DeploymentReport(List<Change> done, List<Failure> failures, List<UnloadReport> unloads) {
    /** Copies the lists. */
    public DeploymentReport {
        done = List.copyOf(done);
        failures = List.copyOf(failures);
        unloads = List.copyOf(unloads);
    }

    /**
     * A change that could not be made.
     *
     * @param change what was to be done
     * @param reason the message of the exception
     * @param refusal what was found, if it was refused before any code of it had run
     * @since 0.1
     */
    public record Failure(Change change, String reason, Optional<PreflightReport> refusal) {
        /** Checks the components. */
        public Failure {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /**
     * Returns whether everything is as it was wanted.
     *
     * @return whether nothing failed
     */
    public boolean isClean() {
        return failures.isEmpty();
    }

    /**
     * Returns the report for people: what was done, in the form of {@link DeploymentPlan#text()}, and then what was
     * not, as {@code ! refused: chat: why} or, if it was tried, {@code ! failed: chat: why}.
     *
     * @return lines joined by {@code \n}
     */
    public String text() {
        return DeploymentText.of(done, failures);
    }

    @Override
    public String toString() {
        return text();
    }
}
