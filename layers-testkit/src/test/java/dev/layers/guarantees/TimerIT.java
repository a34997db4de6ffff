package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.UnloadReport;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timers that a module forgot are cancelled at unload. */
class TimerIT {
    private static final String PENDING = """
            var task = new java.util.TimerTask() { public void run() {} };
            new java.util.Timer("acme-timer", true).schedule(task, 3_600_000, 3_600_000);
            """;

    private static final String BUSY = """
            var began = new java.util.concurrent.CountDownLatch(1);
            var task = new java.util.TimerTask() {
                public void run() {
                    began.countDown();
                    try { Thread.sleep(3_600_000); } catch (InterruptedException stop) { return; }
                }
            };
            new java.util.Timer("acme-timer", true).schedule(task, 0);
            began.await();
            """;

    @TempDir
    Path directory;

    private TestHost host;
    private LeftRunning module;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        module = new LeftRunning(host, directory);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @Test
    @DisplayName("Control: without Layers, a forgotten timer keeps a module")
    void bareLayer_ofForgottenTimer_isKept() throws Exception {
        assertThat(module.leaks(PENDING)).as("pending").isTrue();
        assertThat(module.leaks(BUSY)).as("busy").isTrue();
    }

    @Test
    @DisplayName("G28 G32 A timer whose task waits is cancelled, also when the module dropped it")
    void timer_withAPendingTask_isCancelled() throws Exception {
        UnloadReport report = module.unload(PENDING);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("timer 'acme-timer' was cancelled");
    }

    @Test
    @DisplayName("G28 G32 A timer whose task runs is cancelled and interrupted")
    void timer_withARunningTask_isInterrupted() throws Exception {
        UnloadReport report = module.unload(BUSY);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report))
                .containsExactly("timer 'acme-timer' was cancelled", "thread 'acme-timer' was interrupted and ended");
    }

    @Test
    @DisplayName("G33 A timer that the module cancelled is nothing to tell")
    void timer_cancelledByTheModule_isNotTold() throws Exception {
        UnloadReport report = module.unload("new java.util.Timer(true).cancel();");

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).isEmpty();
    }
}
