package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.RunningThreads;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.UnloadStep;
import dev.layers.Weaving;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the policy for running threads says is done. */
class RunningThreadsIT {
    private static final String SLEEPING = """
            var began = new java.util.concurrent.CountDownLatch(1);
            Thread thread = new Thread(() -> {
                began.countDown();
                try { Thread.sleep(3_600_000); } catch (InterruptedException stop) { return; }
            }, "acme-sleeper");
            thread.setDaemon(true);
            thread.start();
            began.await();
            while (thread.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
            """;

    private static final String IDLE_POOL =
            "java.util.concurrent.Executors.newFixedThreadPool(1).submit(() -> {}).get();";

    /** Ends long after every limit, for the sake of other tests. */
    private static final String HANG = """
            for (long end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; ) {
                try { Thread.sleep(100); } catch (InterruptedException never) { continue; }
            }""";

    private static final UnloadPolicy SHORT = UnloadPolicy.standard().threadsFor(Duration.ofMillis(300));
    /** What ends when it is interrupted, after a fifth of the time, has the rest for it. */
    private static final UnloadPolicy LONG = UnloadPolicy.standard().threadsFor(Duration.ofSeconds(5));

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

    @AfterEach
    void endSleepers() throws InterruptedException {
        for (Thread sleeper : LiveThreads.named("acme-sleeper")) {
            sleeper.interrupt();
            Patience.untilEnded(sleeper);
        }
    }

    @Test
    @DisplayName("G28 WAIT interrupts nothing and names what runs on")
    void waiting_namesWhatRunsOn() throws Exception {
        UnloadReport report = module.unload(SLEEPING, SHORT.onRunningThreads(RunningThreads.WAIT));

        assertThat(LiveThreads.named("acme-sleeper")).hasSize(1);
        assertThat(report.findings())
                .singleElement()
                .asString()
                .matches(
                        "still runs: thread 'acme-sleeper' \\(TIMED_WAITING\\) at acme\\.Chat\\..*\\(Chat\\.java:\\d+\\)");
        assertThat(LeftRunning.undone(report)).isEmpty();
        assertThat(LeftRunning.took(report, UnloadStep.THREADS)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    @DisplayName("G28 G32 WAIT shuts idle pools down nonetheless, at once")
    void waiting_shutsIdlePoolsDown() throws Exception {
        UnloadPolicy patient = SHORT.threadsFor(Duration.ofMinutes(1));

        UnloadReport report = module.unload(IDLE_POOL, patient.onRunningThreads(RunningThreads.WAIT));

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("pool of 1 thread was shut down");
        assertThat(LeftRunning.took(report, UnloadStep.THREADS)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("G28 REPORT names what runs and stops nothing")
    void reporting_stopsNothing() throws Exception {
        UnloadPolicy patient = SHORT.threadsFor(Duration.ofMinutes(1));

        UnloadReport report = module.unload(SLEEPING, patient.onRunningThreads(RunningThreads.REPORT));

        assertThat(LiveThreads.named("acme-sleeper")).hasSize(1);
        assertThat(report.findings())
                .singleElement()
                .asString()
                .matches(
                        "still runs: thread 'acme-sleeper' \\(TIMED_WAITING\\) at acme\\.Chat\\..*\\(Chat\\.java:\\d+\\)");
        assertThat(LeftRunning.took(report, UnloadStep.THREADS)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("G28 G32 INTERRUPT ends what heeds it")
    void interrupting_endsWhatHeedsIt() throws Exception {
        UnloadReport report = module.unload(SLEEPING, LONG);

        assertThat(LiveThreads.named("acme-sleeper")).isEmpty();
        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("thread 'acme-sleeper' was interrupted and ended");
    }

    @Test
    @DisplayName("G28 A thread of a module that is loaded as written is found by its code and interrupted")
    void asWritten_threadIsFoundAndInterrupted() throws Exception {
        UnloadReport report = module.unload(SLEEPING, LONG, Weaving.AS_WRITTEN);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("thread 'acme-sleeper' was interrupted and ended");
    }

    @Test
    @DisplayName("G21 G36 A pool whose module code hangs is named, and those after it are closed")
    void hangingPool_isNamedAndTheOthersAreClosed() throws Exception {
        UnloadReport report = module.unload("""
                var began = new java.util.concurrent.CountDownLatch(1);
                var pool = java.util.concurrent.Executors.newFixedThreadPool(1);
                pool.execute(() -> {
                    began.countDown();
                    try { Thread.sleep(3_600_000); } catch (InterruptedException stop) { return; }
                });
                began.await();
                pool.execute(new java.util.concurrent.FutureTask<>(() -> 1) { protected void done() { %s } });
                """.formatted(HANG) + IDLE_POOL, SHORT.hooksFor(Duration.ofSeconds(4)));

        assertThat(report.findings())
                .anyMatch(finding -> finding.matches("closing pools and timers did not end within (2|1\\.\\d+) s: "
                        + "thread 'chat#1 pools' still runs at acme\\.Chat.*\\(Chat\\.java:\\d+\\)"));
        assertThat(LeftRunning.undone(report)).contains("pool of 1 thread was shut down");
        assertThat(LeftRunning.took(report, UnloadStep.THREADS)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    @DisplayName("G21 G36 A pool whose end hangs is left behind")
    void poolThatHangsWhileItEnds_isLeftBehind() throws Exception {
        UnloadReport report = module.unload("""
                var pool = new java.util.concurrent.ThreadPoolExecutor(1, 1, 1, java.util.concurrent.TimeUnit.SECONDS,
                        new java.util.concurrent.LinkedBlockingQueue<>()) { protected void terminated() { %s } };
                var go = new java.util.concurrent.CountDownLatch(1);
                pool.submit(() -> { go.await(); return text; });
                pool.shutdown();                // while its thread works, or this one would run what hangs
                go.countDown();
                Thread.sleep(200);
                """.formatted(HANG), SHORT.hooksFor(Duration.ofSeconds(2)));

        assertThat(report.findings())
                .anyMatch(finding -> finding.startsWith("interrupting threads did not end within ")
                        && finding.contains("'chat#1 pools'"))
                .anyMatch(finding -> finding.startsWith("still runs: thread 'pool-"));
        assertThat(LeftRunning.took(report, UnloadStep.THREADS)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    @DisplayName("G21 G36 A thread that hangs while it is interrupted is left behind, and the others are interrupted")
    void threadThatHangsWhenInterrupted_isLeftBehind() throws Exception {
        UnloadReport report = module.unload("""
                class Stubborn extends Thread {
                    Stubborn() { super("acme-stubborn"); }
                    public void interrupt() { %1$s }
                    public void run() { %1$s }
                    public StackTraceElement[] getStackTrace() { %1$s return null; }
                    public Thread.State getState() { %1$s return null; }
                }
                Thread stubborn = new Stubborn();
                stubborn.setDaemon(true);
                stubborn.start();
                """.formatted(HANG) + SLEEPING, SHORT.hooksFor(Duration.ofSeconds(2)));

        assertThat(LiveThreads.named("acme-sleeper")).isEmpty();
        assertThat(report.findings())
                .anyMatch(finding -> finding.startsWith("interrupting threads did not end within ")
                        && finding.contains("'chat#1 pools' still runs at acme.Chat$1Stubborn.interrupt(Chat.java:"))
                .anyMatch(finding ->
                        finding.startsWith("still runs: thread 'acme-stubborn' at acme.Chat$1Stubborn.run(Chat.java:"));
        assertThat(LeftRunning.took(report, UnloadStep.THREADS)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    @DisplayName("G19 G21 A thread that throws when it is interrupted is a finding, not the host's exception")
    void threadThatThrowsWhenInterrupted_isAFinding() throws Exception {
        UnloadReport report = module.unload("""
                class Thrower extends Thread {
                    Thrower() { super("acme-thrower"); }
                    public void interrupt() { super.interrupt(); throw new IllegalStateException("no"); }
                    public void run() { try { sleep(3_600_000); } catch (InterruptedException stop) { return; } }
                }
                Thread thrower = new Thrower();
                thrower.setDaemon(true);
                thrower.start();
                """, LONG);

        assertThat(report.outcome()).isEqualTo(UnloadReport.Outcome.RELEASED);
        assertThat(report.findings())
                .singleElement()
                .asString()
                .startsWith("interrupting thread 'acme-thrower' failed: java.lang.IllegalStateException: no at ");
    }

    @Test
    @DisplayName("G28 WAIT lets a pool that the module shut down finish its queue")
    void waiting_letsAPoolFinish() throws Exception {
        System.clearProperty("acme.finished");
        try {
            UnloadReport report =
                    module.unload("""
                    var pool = java.util.concurrent.Executors.newFixedThreadPool(1);
                    for (int i = 0; i < 3; i++) {
                        String name = "" + i;
                        pool.execute(() -> {
                            try { Thread.sleep(50); } catch (InterruptedException stop) { return; }
                            System.setProperty("acme.finished", name);
                        });
                    }
                    pool.shutdown();
                    """, SHORT.threadsFor(Duration.ofMinutes(1)).onRunningThreads(RunningThreads.WAIT));

            assertThat(report.findings()).isEmpty();
            assertThat(System.getProperty("acme.finished")).isEqualTo("2");
        } finally {
            System.clearProperty("acme.finished");
        }
    }
}
