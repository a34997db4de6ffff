package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.Weaving;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the threads that a module asked its context for. */
class ManagedThreadIT {
    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @Test
    @DisplayName("G28 Managed threads are stopped and joined")
    void managedThreads_areStoppedAndJoined() {
        Path jar = host.lifecycle("""
                        bot.Journal journal;
                        public String apply(String text) { return text; }
                        public void start(ModuleContext context) {
                            journal = context.service(bot.Journal.class);
                            context.executor().execute(() -> untilInterrupted("task"));
                            context.threadFactory().newThread(() -> untilInterrupted("thread")).start();
                            context.threadFactory().newThread(() -> journal.accept("never started"));
                        }
                        void untilInterrupted(String name) {
                            Thread self = Thread.currentThread();
                            journal.accept(name + " on " + self.getContextClassLoader().getName());
                            try {
                                new java.util.concurrent.CountDownLatch(1).await();
                            } catch (InterruptedException stop) {
                                journal.accept(name + " interrupted");
                            }
                        }
                        """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            UnloadReport report = manager.load(jar).unload();

            assertThat(LiveThreads.named("chat#1-")).isEmpty();
            assertThat(report).isClean();
        }
        assertThat(host.entries())
                .contains("task interrupted", "thread interrupted")
                .doesNotContain("never started")
                .allMatch(entry -> entry.toString().matches("(task|thread) (on chat#1(@\\d+)?|interrupted)"));
    }

    @Test
    @DisplayName("G19 What module code throws out of a step is a finding, and the later steps run")
    void interruptThatThrows_isAFindingOfTheStep() {
        Path jar = host.lifecycle("""
                        public String apply(String text) { return text; }
                        public void start(ModuleContext context) throws Exception {
                            var began = new java.util.concurrent.CountDownLatch(1);
                            context.threadFactory().newThread(() -> new Blocking().block(began)).start();
                            began.await();
                        }
                        static class Blocking extends java.nio.channels.spi.AbstractInterruptibleChannel {
                            volatile boolean closing;
                            protected void implCloseChannel() {
                                closing = true;
                                throw new IllegalStateException("no");
                            }
                            void block(java.util.concurrent.CountDownLatch began) {
                                begin();
                                began.countDown();
                                try { Thread.sleep(3_600_000); } catch (InterruptedException stop) { /* closes */ }
                                // a thread that ended by then would have nothing to close
                                while (!closing) Thread.onSpinWait();
                            }
                        }
                        """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            UnloadReport report = manager.load(jar).unload();

            assertThat(report.outcome()).isEqualTo(UnloadReport.Outcome.RELEASED);
            assertThat(report.findings())
                    .singleElement()
                    .asString()
                    .startsWith("the step failed: java.lang.IllegalStateException: no at ");
        }
    }

    @Test
    @DisplayName("G28 A managed thread that never ends is named, also when it bears no mark of the module")
    void managedThread_idlesInAPool_isNamed() throws Exception {
        Path jar = host.lifecycle("""
                        public String apply(String text) { return text; }
                        public void start(ModuleContext context) throws Exception {
                            var pool = java.util.concurrent.Executors.newFixedThreadPool(1, work -> {
                                Thread thread = context.threadFactory().newThread(work);
                                thread.setContextClassLoader(null);
                                return thread;
                            });
                            pool.submit(() -> {}).get();
                            context.service(bot.Journal.class).accept(pool);
                        }
                        """).toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy = UnloadPolicy.standard().threadsFor(Duration.ofMillis(100));

        try (LayerManager manager = host.manager().unloading(policy).build()) {
            LoadedModule module = manager.load(LoadOptions.standard().weaving(Weaving.AS_WRITTEN), jar);
            UnloadReport report = module.unload();
            UnloadReport again = module.unload();
            shutDownPool(LiveThreads.named("chat#1-1").get(0));

            // an interrupt makes it look around for a moment
            assertThat(report.findings())
                    .singleElement()
                    .asString()
                    .matches("still runs: thread 'chat#1-1' \\(\\w+\\) at .+");
            assertThat(again.findings()).singleElement().asString().startsWith("still runs: thread 'chat#1-1' (");
            assertThat(module.unload()).isClean();
        }
    }

    /** A pool holds its thread factory, so the host must not keep it. */
    private void shutDownPool(Thread worker) throws InterruptedException {
        ((ExecutorService) host.entries().get(0)).shutdown();
        host.forget();
        Patience.untilEnded(worker);
    }
}
