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

/** Pools that a module forgot are shut down at unload. */
class PoolIT {
    /** On JDK 25 an idle pool pins nothing; one that is told its context loader does on every JDK. */
    private static final String CONTEXT = "Thread.currentThread().setContextClassLoader(Chat.class.getClassLoader());";

    private static final String IDLE = "var before = Thread.currentThread().getContextClassLoader();"
            + CONTEXT
            + "var pool = java.util.concurrent.Executors.newFixedThreadPool(2);"
            + " for (int i = 0; i < 2; i++) pool.submit(() -> {}).get();"
            + " Thread.currentThread().setContextClassLoader(before);";

    private static final String PERIODIC =
            "var pool = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();"
                    + " pool.scheduleAtFixedRate(() -> {}, 1, 1, java.util.concurrent.TimeUnit.HOURS);";

    private static final String PENDING = "var pool = new java.util.concurrent.ScheduledThreadPoolExecutor(1);"
            + " pool.schedule(() -> {}, 1, java.util.concurrent.TimeUnit.HOURS); pool.shutdown();";

    private static final String BUSY = """
            var began = new java.util.concurrent.CountDownLatch(1);
            var pool = java.util.concurrent.Executors.newFixedThreadPool(1, work -> new Thread(work, "acme-busy"));
            pool.execute(() -> {
                began.countDown();
                try { Thread.sleep(3_600_000); } catch (InterruptedException stop) { return; }
            });
            pool.submit(() -> "never begun");
            began.await();
            """;

    private static final String FORK_JOIN = """
            var began = new java.util.concurrent.CountDownLatch(1);
            var pool = new java.util.concurrent.ForkJoinPool(1);
            pool.execute(() -> {
                began.countDown();
                try { Thread.sleep(3_600_000); } catch (InterruptedException stop) { return; }
            });
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
    @DisplayName("Control: without Layers, forgotten pools keep a module")
    void bareLayer_ofForgottenPools_isKept() throws Exception {
        assertThat(module.leaks(IDLE)).as("idle").isTrue();
        assertThat(module.leaks(PERIODIC)).as("periodic").isTrue();
        assertThat(module.leaks(PENDING)).as("shut down, pending").isTrue();
        assertThat(module.leaks(BUSY)).as("busy").isTrue();
        assertThat(module.leaks(FORK_JOIN)).as("fork-join").isTrue();
    }

    @Test
    @DisplayName("G28 G32 An idle pool is shut down")
    void idlePool_isShutDown() throws Exception {
        UnloadReport report = module.unload(IDLE);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("pool of 2 threads was shut down");
    }

    @Test
    @DisplayName("G28 G32 A periodic task ends with its pool, which the module dropped")
    void periodicTask_endsWithItsPool() throws Exception {
        UnloadReport report = module.unload(PERIODIC);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("pool of 1 thread was shut down");
    }

    @Test
    @DisplayName("G28 G32 A delayed task that outlives the shutdown of its pool is dropped")
    void delayedTask_ofAPoolThatWasShutDown_isDropped() throws Exception {
        UnloadReport report = module.unload(PENDING);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report))
                .hasSize(2)
                .startsWith("pool of 1 thread dropped 1 task")
                .anyMatch(line -> line.matches("thread 'pool-\\d+-thread-1' was interrupted and ended"));
    }

    @Test
    @DisplayName("G28 G32 A busy pool is shut down, interrupted and named by its threads")
    void busyPool_isInterrupted() throws Exception {
        UnloadReport report = module.unload(BUSY);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report))
                .containsExactly(
                        "pool of 1 thread ('acme-busy') was shut down", "thread 'acme-busy' was interrupted and ended");
    }

    @Test
    @DisplayName("G28 G32 A fork-join pool is shut down and interrupted")
    void forkJoinPool_isInterrupted() throws Exception {
        UnloadReport report = module.unload(FORK_JOIN);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report))
                .hasSize(2)
                .startsWith("fork-join pool of 1 thread was shut down")
                .allMatch(line -> line.matches("fork-join pool of 1 thread was shut down"
                        + "|thread 'ForkJoinPool-\\d+-worker-\\d+' was interrupted and ended"));
    }

    @Test
    @DisplayName("G33 A pool that never had a thread is nothing to tell")
    void pool_withoutThreads_isNotTold() throws Exception {
        UnloadReport report = module.unload("var pool = java.util.concurrent.Executors.newSingleThreadExecutor();");

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).isEmpty();
    }

    @Test
    @DisplayName("G33 A pool that the module shut down is nothing to tell")
    void pool_shutDownByTheModule_isNotTold() throws Exception {
        UnloadReport report = module.unload("var pool = java.util.concurrent.Executors.newCachedThreadPool();"
                + " pool.submit(() -> {}).get(); pool.shutdown();");

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).isEmpty();
    }

    @Test
    @DisplayName("G32 A pool that a method reference made elsewhere is shut down")
    void pool_ofAMethodReference_isShutDown() throws Exception {
        UnloadReport report = module.unload("var pool = java.util.concurrent.CompletableFuture.supplyAsync("
                + "java.util.concurrent.Executors::newCachedThreadPool).get();"
                + " pool.submit(() -> Thread.currentThread().setName(\"acme-made\")).get();");

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("pool of 1 thread ('acme-made') was shut down");
        assertThat(LiveThreads.named("acme-made")).isEmpty();
    }
}
