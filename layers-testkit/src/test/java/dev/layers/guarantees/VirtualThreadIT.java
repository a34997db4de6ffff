package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.RunningThreads;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.UnloadStep;
import dev.layers.Weaving;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual threads that a module forgot are interrupted at unload. */
class VirtualThreadIT {
    private static final String NAMED = "Thread.ofVirtual().name(\"acme-virtual\").start(work);";

    private static final String SWALLOWING = "var began = new java.util.concurrent.CountDownLatch(1);"
            + " var end = (java.util.concurrent.CountDownLatch) System.getProperties().get(\"layers.end\");"
            + " Runnable work = () -> { began.countDown(); while (end.getCount() > 0)"
            + " try { end.await(); } catch (InterruptedException goOn) { continue; } };"
            + NAMED + "began.await();";

    private static final UnloadPolicy SHORT = UnloadPolicy.standard().threadsFor(Duration.ofMillis(300));

    @TempDir
    Path directory;

    private final CountDownLatch end = new CountDownLatch(1);
    private TestHost host;
    private LeftRunning module;

    @BeforeEach
    void host() throws Exception {
        assumeThat(Runtime.version().feature())
                .as("this JDK has virtual threads")
                .isGreaterThanOrEqualTo(21);
        host = TestHost.create(directory);
        module = new LeftRunning(host, directory).release(21);
        System.getProperties().put("layers.end", end);
    }

    @AfterEach
    void close() throws Exception {
        end.countDown();
        System.getProperties().remove("layers.end");
        if (host != null) {
            host.close();
        }
    }

    @Test
    @DisplayName("Control: without Layers, a parked virtual thread keeps a module")
    void bareLayer_ofParkedVirtualThread_isKept() throws Exception {
        assertThat(module.leaks(sleeping(NAMED))).isTrue();
    }

    @Test
    @DisplayName("G28 G32 A named virtual thread is interrupted")
    void namedThread_isInterrupted() throws Exception {
        UnloadReport report = module.unload(sleeping(NAMED), SHORT);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report))
                .containsExactly("virtual thread 'acme-virtual' was interrupted and ended");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.startVirtualThread(work);",
                "Thread.ofVirtual().unstarted(work).start();",
                "Thread.ofVirtual().factory().newThread(work).start();",
                "Thread.Builder builder = Thread.ofVirtual(); builder.start(work);",
                "java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor().execute(work);",
                "java.util.concurrent.Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory()).execute(work);"
            })
    @DisplayName("G28 G32 A virtual thread is interrupted, however it was made")
    void thread_isInterrupted(String start) throws Exception {
        UnloadReport report = module.unload(sleeping(start), SHORT);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report))
                .singleElement()
                .asString()
                .matches("virtual thread #\\d+ was interrupted and ended");
    }

    @Test
    @DisplayName("G28 A virtual thread that swallows interrupts is named")
    void thread_swallowsInterrupts_isNamed() throws Exception {
        UnloadReport report = module.unload(SWALLOWING, SHORT);

        assertThat(report.findings())
                .singleElement()
                .asString()
                .matches("still runs: virtual thread 'acme-virtual' \\(WAITING\\) at acme\\.Chat\\..*");
    }

    @Test
    @DisplayName("G28 A virtual thread of a module that is not woven is named")
    void thread_thatNobodyRecorded_isNamed() throws Exception {
        UnloadReport report = module.unload(SWALLOWING, SHORT, Weaving.AS_WRITTEN);

        assertThat(report.findings())
                .singleElement()
                .asString()
                .matches("still runs: virtual thread 'acme-virtual'( \\(WAITING\\))? at acme\\.Chat\\..*");
    }

    @Test
    @DisplayName("G28 A virtual thread of a module that is not woven is named at once where nobody waits")
    void thread_thatNobodyRecorded_isNamedAtOnce() throws Exception {
        UnloadPolicy reporting = UnloadPolicy.standard().onRunningThreads(RunningThreads.REPORT);

        UnloadReport report = module.unload(SWALLOWING, reporting, Weaving.AS_WRITTEN);

        assertThat(report.findings()).hasSize(1);
        assertThat(LeftRunning.took(report, UnloadStep.THREADS)).isLessThan(reporting.threads());
    }

    @Test
    @DisplayName("G30 A virtual thread of a module that is not woven and ends in time is not told")
    void thread_thatNobodyRecorded_endsInTime_isNotTold() throws Exception {
        UnloadReport report = module.unload(
                "Thread.ofVirtual().start(() -> { try { Thread.sleep(100); }"
                        + " catch (InterruptedException stop) { return; } });",
                UnloadPolicy.standard(),
                Weaving.AS_WRITTEN);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).isEmpty();
    }

    private static String sleeping(String start) {
        return "var began = new java.util.concurrent.CountDownLatch(1);"
                + " Runnable work = () -> { began.countDown();"
                + " try { Thread.sleep(3_600_000); } catch (InterruptedException stop) { return; } };"
                + start + " began.await();";
    }
}
