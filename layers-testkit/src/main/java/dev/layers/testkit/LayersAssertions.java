package dev.layers.testkit;

import dev.layers.UnloadReport;

/**
 * The entry to assertions about unloads.
 *
 * <p>{@code assertThat(module.unload()).isClean()} waits for the verdict and fails with the whole report.
 *
 * @since 0.1
 */
public final class LayersAssertions {
    private LayersAssertions() {}

    /**
     * Begins assertions about {@code report}.
     *
     * @param report what an unload or a reload returned
     * @return the assertions
     */
    public static UnloadReportAssert assertThat(UnloadReport report) {
        return new UnloadReportAssert(report);
    }
}
