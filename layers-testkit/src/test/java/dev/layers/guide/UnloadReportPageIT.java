package dev.layers.guide;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports in {@code docs/unload-report.md} are those of real runs. */
class UnloadReportPageIT {
    @TempDir
    Path directory;

    @Test
    void tidy_isClean() throws Exception {
        String printed = new GuideHost(directory).having("tidy").run("ReportHost", "tidy");

        new Printed(printed).isShownAs("report-clean");
    }

    @Test
    void leaky_isRetained() throws Exception {
        String printed = new GuideHost(directory).having("leaky").run("ReportHost", "leaky");

        new Printed(printed).isShownAs("report-retained");
    }

    @Test
    void deaf_runsOn() throws Exception {
        String printed = new GuideHost(directory).having("deaf").run("ReportHost", "deaf");

        new Printed(printed).isShownAs("report-thread");
    }

    @Test
    void jvmThatUnloadsNoClasses_confirmsNothing() throws Exception {
        String printed = new GuideHost(directory)
                .having("tidy")
                .run(List.of("-XX:+UseG1GC", "-XX:-ClassUnloading"), "ReportHost", "tidy");

        new Printed(printed).isShownAs("report-unconfirmed");
    }

    @Test
    void callThatRuns_refusesTheUnload() throws Exception {
        String printed = new GuideHost(directory).having("waiting").run("RefusedHost");

        new Printed(printed).isShownAs("report-refused");
    }

    @Test
    void hookThatFails_isAFinding() throws Exception {
        String printed = new GuideHost(directory).having("sulking").run("ReportHost", "sulking");

        new Printed(printed).isShownAs("report-hook");
    }

    @Test
    void passivePolicy_leavesTheVerdictPending() throws Exception {
        String printed = new GuideHost(directory).having("spelling").run("PassiveHost");

        new Printed(printed).isShownAs("report-pending");
    }

    @Test
    void listener_hearsOfWhatWentWrong() throws Exception {
        GuideHost host = new GuideHost(directory).having("leaky", "sulking");

        String printed = host.run("ListeningHost", "leaky") + host.run("ListeningHost", "sulking");

        new Printed(printed).isShownAs("report-events");
    }
}
