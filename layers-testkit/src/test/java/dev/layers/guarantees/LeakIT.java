package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.CollectionPolicy;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.Weaving;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds a module after its unload is told; once it lets go, the module is collected. */
class LeakIT {
    private static final UnloadPolicy SHORT = UnloadPolicy.standard().threadsFor(Duration.ofMillis(200));
    /** What ends when it is interrupted, after a fifth of the time, has the rest for it. */
    private static final UnloadPolicy LONG = UnloadPolicy.standard().threadsFor(Duration.ofSeconds(5));

    /** The latch that ends it, which the host finds among the system properties. */
    private static final String END = "layers.end";

    /** Starts a thread that runs on when it is interrupted, until the latch opens. */
    private static final String STUBBORN = """
                Thread thread = new Thread(Chat::pump, "acme-pump");
                thread.setDaemon(true);
                thread.start();
                return text;
            }
            static void pump() {
                var end = (java.util.concurrent.CountDownLatch) System.getProperties().get("layers.end");
                while (true) {
                    try {
                        end.await();
                        return;
                    } catch (InterruptedException goOn) {
                        continue;
                    }
                }
            """;

    /** Starts a thread that runs until it is interrupted. */
    private static final String THREAD = """
                Thread thread = new Thread(Chat::pump, "acme-pump");
                thread.setDaemon(true);
                thread.start();
                return text;
            }
            static void pump() {
                try {
                    new java.util.concurrent.CountDownLatch(1).await();
                } catch (InterruptedException stop) {
                    return;
                }
            """;

    /** Starts an idle pool thread, which no frame of the module shows, only its context loader. */
    private static final String POOL = """
                var pool = java.util.concurrent.Executors.newFixedThreadPool(1);
                var before = Thread.currentThread().getContextClassLoader();
                try {
                    Thread.currentThread().setContextClassLoader(Chat.class.getClassLoader());
                    pool.submit(() -> Thread.currentThread().setName("acme-pool")).get();
                } catch (Exception impossible) {
                    throw new IllegalStateException(impossible);
                } finally {
                    Thread.currentThread().setContextClassLoader(before);
                }
                return text;
            """;

    /** Starts a thread that has nothing of the module and runs on when it is interrupted. */
    private static final String FOREIGN = """
                try {
                    var wait = java.lang.invoke.MethodHandles.publicLookup().findVirtual(
                            java.util.concurrent.Semaphore.class,
                            "acquireUninterruptibly",
                            java.lang.invoke.MethodType.methodType(void.class));
                    var gate = (java.util.concurrent.Semaphore) System.getProperties().get("layers.gate");
                    Runnable work = java.lang.invoke.MethodHandleProxies.asInterfaceInstance(
                            Runnable.class, wait.bindTo(gate));
                    new Thread(work, "acme-foreign").start();
                } catch (ReflectiveOperationException impossible) {
                    throw new IllegalStateException(impossible);
                }
                return text;
            """;

    private static final String HELD =
            "System.getProperties().put(\"layers.held\", new java.util.concurrent.atomic.AtomicReference<>(this)); return text;";

    @TempDir
    Path directory;

    private TestHost host;

    private final CountDownLatch end = new CountDownLatch(1);
    private final Semaphore gate = new Semaphore(0);

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        System.getProperties().put(END, end);
        System.getProperties().put("layers.gate", gate);
    }

    @AfterEach
    void close() throws Exception {
        System.getProperties().remove("layers.held");
        System.getProperties().remove("layers.gate");
        gate.release();
        end.countDown();
        interruptPumps();
        System.getProperties().remove(END);
        host.close();
    }

    @Test
    @DisplayName("Control: without Layers, a clean module is collected")
    void bareLayer_ofCleanModule_isCollected() throws Exception {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));

        DroppedLayer.untilCollected(host, jar);
    }

    @Test
    @DisplayName("Control: without Layers, a running thread, an idle pool and a held object keep a module")
    void bareLayer_ofLeakingModule_isKept() throws Exception {
        Path thread = host.chat(THREAD).toJar(directory.resolve("thread.jar"));
        Path stubborn = host.chat(STUBBORN).toJar(directory.resolve("stubborn.jar"));
        Path pool = host.chat(POOL).toJar(directory.resolve("pool.jar"));
        Path held = host.chat(HELD).toJar(directory.resolve("held.jar"));

        assertThat(DroppedLayer.outlivesItsDrop(host, thread)).as("thread").isTrue();
        assertThat(DroppedLayer.outlivesItsDrop(host, stubborn))
                .as("stubborn thread")
                .isTrue();
        assertThat(DroppedLayer.outlivesItsDrop(host, pool)).as("pool").isTrue();
        assertThat(DroppedLayer.outlivesItsDrop(host, held)).as("held object").isTrue();
        LiveThreads.named("acme-pool").forEach(worker -> worker.setContextClassLoader(null));
    }

    @Test
    @DisplayName("G23 G28 A leaked thread is named with state and place; after its end the module is collected")
    void thread_swallowsInterrupts_isNamedUntilItEnds() throws Exception {
        Path jar = host.chat(STUBBORN).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().unloading(SHORT).build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            Patience.until(
                    "the thread waits",
                    () -> LiveThreads.named("acme-pump").stream()
                            .allMatch(pump -> pump.getState() == Thread.State.WAITING));
            UnloadReport report = module.unload();

            assertThat(report.findings())
                    .containsExactly("still runs: thread 'acme-pump' (WAITING)" + " at acme.Chat.pump(Chat.java:10)");
            assertThat(report).isReleased().isRetained();
            end.countDown();
            interruptPumps();
            assertThat(module.unload()).isClean();
        }
    }

    @Test
    @DisplayName("G28 G32 A thread that is forgotten but heeds interrupts is interrupted, and told as undone")
    void thread_heedsInterrupts_isEnded() throws Exception {
        Path jar = host.chat(THREAD).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().unloading(LONG).build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(report).isClean();
            assertThat(undone(report)).containsExactly("thread 'acme-pump' was interrupted and ended");
            assertThat(LiveThreads.named("acme-pump")).isEmpty();
        }
    }

    @Test
    @DisplayName("G30 A thread that ends in time is not reported")
    void thread_endsInTime_isNotReported() throws Exception {
        Path jar = host.chat(THREAD).toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy = UnloadPolicy.standard().threadsFor(Duration.ofSeconds(30));
        List<String> waits = new CopyOnWriteArrayList<>();

        try (LayerManager manager = host.manager()
                .unloading(policy)
                .listener(event -> {
                    if (event instanceof LayerEvent.Waiting waiting) {
                        waits.add(waiting.step() + ": " + waiting.what());
                        LiveThreads.named("acme-pump").forEach(Thread::interrupt);
                    }
                })
                .build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            Patience.until(
                    "the thread waits",
                    () -> LiveThreads.named("acme-pump").stream()
                            .anyMatch(thread -> thread.getState() == Thread.State.WAITING));

            assertThat(module.unload()).isClean();
            assertThat(waits)
                    .as("it was waited for")
                    .containsExactly("THREADS: thread 'acme-pump' (WAITING) at acme.Chat.pump(Chat.java:8)");
        }
    }

    @Test
    @DisplayName("G29 A leaked pool thread is reported also where the loader is collected while it lives on")
    void thread_outlivesTheLoader_isReported() throws Exception {
        Path jar = host.chat(POOL).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager()
                .unloading(SHORT)
                .collecting(CollectionPolicy.passive())
                .build()) {
            LoadedModule module = manager.load(LoadOptions.standard().weaving(Weaving.AS_WRITTEN), jar);
            host.command(module).apply("ping");
            Thread worker = LiveThreads.named("acme-pool").stream()
                    .filter(thread -> thread.getContextClassLoader() != null)
                    .findFirst()
                    .orElseThrow();
            UnloadReport report = module.unload();
            worker.setContextClassLoader(null);
            Patience.until("the loader is collected", () -> {
                System.gc();
                return report.verdict().isDone();
            });

            assertThat(worker.isAlive()).isTrue();
            assertThat(report).isReleased().isCollected();
            assertThat(report.findings())
                    .singleElement()
                    .asString()
                    .matches("still runs: thread 'acme-pool' \\(WAITING\\)"
                            + " at jdk.internal.misc.Unsafe.park\\(Native Method\\)");
        }
    }

    @Test
    @DisplayName("G29 A leaked thread of a woven module is reported also where the loader is collected")
    void recordedThread_outlivesTheLoader_isReported() throws Exception {
        Path jar = host.chat(FOREIGN).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().unloading(SHORT).build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(LiveThreads.named("acme-foreign")).hasSize(1);
            assertThat(report).isReleased().isCollected();
            assertThat(report.findings())
                    .singleElement()
                    .asString()
                    .matches("still runs: thread 'acme-foreign' \\(WAITING\\)"
                            + " at jdk.internal.misc.Unsafe.park\\(Native Method\\)");
        }
    }

    @Test
    @DisplayName("G23 G37 A held object retains the module; after the host let go it is collected")
    void object_isHeld_retainsUntilLetGo() throws Exception {
        Path jar = host.chat(HELD).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(report).isReleased().isRetained().leftNothing();
            System.getProperties().remove("layers.held");
            assertThat(module.unload()).isClean();
            assertThat(report.verdict().orTimeout(1, TimeUnit.MINUTES).join())
                    .as("what was said stays said")
                    .isInstanceOf(Verdict.Retained.class);
            assertThat(report.collected().get(1, TimeUnit.MINUTES))
                    .as("and what came later is told too")
                    .isNotNull();
            assertThat(report).isClean();
        }
    }

    private static List<String> undone(UnloadReport report) {
        return report.steps().stream().flatMap(step -> step.undone().stream()).toList();
    }

    private static void interruptPumps() throws InterruptedException {
        for (Thread thread : LiveThreads.named("acme-pump")) {
            thread.interrupt();
            Patience.untilEnded(thread);
        }
    }
}
