package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.CollectionPolicy;
import dev.layers.LayerEvent;
import dev.layers.LayerException;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleState;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unloads, closes and loads that meet each other, on many threads. */
class UnloadIT {
    private static final String JOURNALING = """
            bot.Journal journal;
            public void start(ModuleContext context) {
                journal = context.service(bot.Journal.class);
                journal.accept("started");
            }
            public String apply(String text) { return text; }
            public void beforeUnload(UnloadContext context) { journal.accept("stopped"); }
            """;

    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        host.openLatches();
        host.close();
    }

    @Test
    @DisplayName("G22 32 threads that unload one module at once get one report, and its hook runs once")
    void unload_by32Threads_isOne() throws Exception {
        Path jar = host.lifecycle("""
                        java.util.concurrent.CountDownLatch gate = new java.util.concurrent.CountDownLatch(1);
                        bot.Journal journal;
                        public void start(ModuleContext context) {
                            journal = context.service(bot.Journal.class);
                            journal.accept(gate);
                        }
                        public String apply(String text) { return text; }
                        public void beforeUnload(UnloadContext context) throws Exception {
                            journal.accept("stopped");
                            gate.await();
                        }
                        """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            Queue<UnloadReport> reports = new ConcurrentLinkedQueue<>();
            List<Thread> threads = new ArrayList<>();
            for (int number = 0; number < 32; number++) {
                threads.add(new Thread(() -> reports.add(module.unload())));
            }
            threads.forEach(Thread::start);
            Patience.until(
                    "all wait for the one that runs",
                    () -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
            ((CountDownLatch) host.entries().get(0)).countDown();
            for (Thread thread : threads) {
                Patience.untilEnded(thread);
            }

            UnloadReport one = module.reports().get(0);
            assertThat(reports)
                    .hasSize(32)
                    .allSatisfy(report -> assertThat((Object) report).isSameAs(one));
            assertThat(module.reports()).hasSize(1);
            assertThat(host.entries()).filteredOn("stopped"::equals).hasSize(1);
            assertThat(one).isClean();
        }
    }

    @Test
    @DisplayName("G22 Loads, calls, reloads and unloads of one name, mixed by 8 threads, leave nothing behind")
    void operations_mixedBy8Threads_leaveNothing() throws Exception {
        Path jar = host.lifecycle(JOURNALING).toJar(directory.resolve("chat.jar"));
        Queue<UnloadReport> reports = new ConcurrentLinkedQueue<>();

        try (LayerManager manager = host.manager()
                .collecting(CollectionPolicy.passive())
                .listener(event -> {
                    if (event instanceof LayerEvent.Unloaded unloaded) {
                        reports.add(unloaded.report());
                    }
                })
                .build()) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<Integer>> refusals = new ArrayList<>();
            for (int seed = 0; seed < 8; seed++) {
                refusals.add(threads.submit(mixed(manager, jar, new Random(seed))));
            }
            int refused = 0;
            for (Future<Integer> refusal : refusals) {
                refused += refusal.get(1, TimeUnit.MINUTES);
            }
            assertThat(refused).as("they met each other").isPositive();
            threads.shutdown();
            manager.unloadAll();

            assertThat(manager.modules()).isEmpty();
            assertThat(host.entries())
                    .filteredOn("stopped"::equals)
                    .hasSameSizeAs(
                            host.entries().stream().filter("started"::equals).toList());
            Patience.until("all verdicts are known", () -> {
                System.gc();
                return reports.stream().allMatch(report -> report.verdict().isDone());
            });
            assertThat(reports)
                    .isNotEmpty()
                    .allSatisfy(report -> assertThat(report).isClean());
        }
    }

    @Test
    @DisplayName("G22 An interrupted caller finishes its load, reload and unload, and stays interrupted")
    void operations_ofInterruptedCaller_areFinished() {
        Path jar = host.lifecycle("""
                        public void start(ModuleContext context) {
                            context.executor().execute(() -> {
                                try {
                                    new java.util.concurrent.CountDownLatch(1).await();
                                } catch (InterruptedException stop) {
                                    pause();
                                }
                            });
                        }
                        public String apply(String text) { return text; }
                        public void beforeUnload(UnloadContext context) { pause(); }
                        static void pause() {
                            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                        }
                        """).toJar(directory.resolve("chat.jar"));
        List<Boolean> flags = new ArrayList<>();

        try (LayerManager manager = host.manager().build()) {
            Thread.currentThread().interrupt();
            LoadedModule module = manager.load(jar);
            flags.add(Thread.currentThread().isInterrupted());
            UnloadReport reload = module.reload();
            flags.add(Thread.currentThread().isInterrupted());
            UnloadReport unload = module.unload();
            flags.add(Thread.interrupted());

            assertThat(flags).containsExactly(true, true, true);
            assertThat(reload).isClean();
            assertThat(unload).isClean();
        }
    }

    @Test
    @DisplayName("G22 Closing twice, also at once by two threads, runs the hook once")
    void close_twice_isOnce() throws Exception {
        Path jar = host.lifecycle(JOURNALING).toJar(directory.resolve("chat.jar"));

        LayerManager manager = host.manager().build();
        LoadedModule module = manager.load(jar);
        Thread other = new Thread(manager::close);
        other.start();
        manager.close();
        Patience.untilEnded(other);
        manager.close();

        assertThat(host.entries()).containsExactly("started", "stopped");
        assertThat(module.state()).isEqualTo(ModuleState.UNLOADED);
        assertThat(module.reports())
                .singleElement()
                .satisfies(report -> assertThat(report).isClean());
    }

    @Test
    @DisplayName("G22 A manager that is closed during a load lets the module go and refuses it")
    void close_duringLoad_refusesIt() throws Exception {
        Path jar = host.lifecycle("""
                        bot.Journal journal;
                        public void start(ModuleContext context) throws Exception {
                            journal = context.service(bot.Journal.class);
                            var gate = new java.util.concurrent.CountDownLatch(1);
                            journal.accept(gate);
                            gate.await();
                            journal.accept("started");
                        }
                        public String apply(String text) { return text; }
                        public void beforeUnload(UnloadContext context) {
                            journal.accept("stopped for " + context.reason());
                        }
                        """).toJar(directory.resolve("chat.jar"));

        LayerManager manager = host.manager().build();
        CompletableFuture<LoadedModule> load = CompletableFuture.supplyAsync(() -> manager.load(jar));
        Patience.until("the module starts", () -> !host.entries().isEmpty());
        CountDownLatch gate = (CountDownLatch) host.entries().get(0);
        manager.close();
        gate.countDown();

        assertThatThrownBy(load::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The manager is closed and loads nothing more; build another");
        assertThat(host.entries()).containsExactly(gate, "started", "stopped for SHUTDOWN");
        assertThat(manager.modules()).isEmpty();
    }

    @Test
    @DisplayName("G22 A closed manager loads nothing")
    void load_afterClose_isRefused() {
        Path jar = host.lifecycle(JOURNALING).toJar(directory.resolve("chat.jar"));

        LayerManager manager = host.manager().build();
        manager.close();

        assertThatThrownBy(() -> manager.load(jar))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The manager is closed and loads nothing more; build another");
        assertThat(host.entries()).isEmpty();
    }

    /** Returns how many operations were refused before 60 succeeded; any other failure is one of the test. */
    private Callable<Integer> mixed(LayerManager manager, Path jar, Random random) {
        return () -> {
            int refused = 0;
            int succeeded = 0;
            while (succeeded < 60) {
                try {
                    operate(manager, jar, random.nextInt(8));
                    succeeded++;
                } catch (LayerException met) {
                    refused++;
                }
            }
            return refused;
        };
    }

    private void operate(LayerManager manager, Path jar, int choice) {
        LoadedModule module = manager.module("chat").orElse(null);
        if (module == null || choice == 0) {
            manager.load(jar);
        } else if (choice == 1) {
            module.unload();
        } else if (choice == 2) {
            module.reload();
        } else {
            assertThat(host.command(module).apply("ping")).isEqualTo("ping");
        }
    }
}
