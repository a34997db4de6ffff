package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a module left with the threads that everybody shares is dropped or interrupted at unload. */
class AsyncIT {
    private static final String DELAYED = "java.util.concurrent.CompletableFuture"
            + ".delayedExecutor(1, java.util.concurrent.TimeUnit.HOURS).execute(() -> {});";

    private static final String TIMEOUT = "new java.util.concurrent.CompletableFuture<Object>()"
            + ".orTimeout(1, java.util.concurrent.TimeUnit.HOURS).whenComplete((value, failure) -> {});";

    private static final String RUNNING = """
            var began = new java.util.concurrent.CountDownLatch(1);
            java.util.concurrent.CompletableFuture.runAsync(() -> {
                began.countDown();
                try { Thread.sleep(3_600_000); } catch (InterruptedException stop) { return; }
            });
            began.await();
            """;

    private static final String COMMON_POOL = """
            var began = new java.util.concurrent.CountDownLatch(1);
            java.util.concurrent.ForkJoinPool.commonPool().submit(() -> {
                began.countDown();
                Thread.sleep(3_600_000);
                return "late";
            });
            began.await();
            """;

    private static final String SERVER = """
            var server = com.sun.net.httpserver.HttpServer.create(
                    new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {});
            server.start();
            """;

    private static final String CHANNEL = """
            var channel = java.nio.channels.AsynchronousServerSocketChannel.open()
                    .bind(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0));
            channel.accept(null, new java.nio.channels.CompletionHandler<java.nio.channels.AsynchronousSocketChannel, Object>() {
                public void completed(java.nio.channels.AsynchronousSocketChannel result, Object attachment) {}
                public void failed(Throwable failure, Object attachment) {}
            });
            """;

    private static final String GROUP = CHANNEL.replace(
            ".open()",
            ".open(java.nio.channels.AsynchronousChannelGroup.withFixedThreadPool("
                    + "1, java.util.concurrent.Executors.defaultThreadFactory()))");

    private static final String HANGING = SERVER.replace("exchange -> {}", "hanging") + """
            var socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), server.getAddress().getPort());
            socket.getOutputStream().write("GET / HTTP/1.0\\r\\n\\r\\n".getBytes());
            entered.await();
            socket.close();
            """;

    private static final String HANGING_HANDLER = """
            var entered = new java.util.concurrent.CountDownLatch(1);
            com.sun.net.httpserver.HttpHandler hanging = exchange -> {
                entered.countDown();
                try { Thread.sleep(3_600_000); } catch (InterruptedException stop) { return; }
            };
            """;

    private static final String BUSY = "pool.execute(() -> { try { Thread.sleep(3_600_000); }"
            + " catch (InterruptedException stop) { return; } });"
            + " var future = java.util.concurrent.CompletableFuture.runAsync(() -> {}, pool);";

    @TempDir
    Path directory;

    private TestHost host;
    private LeftRunning module;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        module = new LeftRunning(host, directory);
    }

    /** What the control leaves in the common pool would keep its one thread from everybody else. */
    @AfterEach
    void close() throws Exception {
        LiveThreads.named("ForkJoinPool.commonPool-worker").forEach(Thread::interrupt);
        host.close();
    }

    @Test
    @DisplayName("Control: without Layers, what waits on shared threads keeps a module")
    void bareLayer_ofAsynchronousWork_isKept() throws Exception {
        assertThat(module.leaks(DELAYED)).as("delayed").isTrue();
        assertThat(module.leaks(TIMEOUT)).as("timeout").isTrue();
        assertThat(module.leaks(RUNNING)).as("running").isTrue();
        assertThat(module.leaks(CHANNEL)).as("channel").isTrue();
        assertThat(module.leaks(GROUP)).as("group").isTrue();
    }

    @Test
    @DisplayName("G32 A delayed task is dropped, not waited for")
    void delayedTask_isDropped() throws Exception {
        UnloadReport report = module.unload(DELAYED);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("1 asynchronous task was dropped before it began");
    }

    @Test
    @DisplayName("G32 A timeout far away is dropped")
    void timeout_isDropped() throws Exception {
        UnloadReport report = module.unload(TIMEOUT);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("1 asynchronous task was dropped before it began");
    }

    @Test
    @DisplayName("G32 What a subclass of futures inherits is dropped: timeouts, and tasks that are delayed")
    void timeoutsOfASubclass_areDropped() throws Exception {
        String hour = "1, java.util.concurrent.TimeUnit.HOURS)";
        UnloadReport report =
                module.unload("class Own extends java.util.concurrent.CompletableFuture<Object> {} new Own().orTimeout("
                        + hour + "; new Own().completeOnTimeout(text, " + hour + "; Own.delayedExecutor(" + hour
                        + ".execute(() -> {});");

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("3 asynchronous tasks were dropped before they began");
    }

    @Test
    @DisplayName("G28 G32 A running asynchronous task is interrupted; the shared pool lives on")
    void runningTask_isInterrupted() throws Exception {
        UnloadReport report = module.unload(RUNNING);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("1 asynchronous task was interrupted and ended");
        assertThat(ForkJoinPool.commonPool().isShutdown()).isFalse();
        assertThat(CompletableFuture.supplyAsync(() -> "alive").join()).isEqualTo("alive");
    }

    @Test
    @DisplayName("G28 G32 A running task of the common pool is interrupted; the shared pool lives on")
    void runningTask_ofTheCommonPool_isInterrupted() throws Exception {
        UnloadReport report = module.unload(COMMON_POOL);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("1 asynchronous task was interrupted and ended");
    }

    @Test
    @DisplayName("G33 Asynchronous work that is done is nothing to tell")
    void workThatIsDone_isNotTold() throws Exception {
        UnloadReport report = module.unload("""
                java.util.concurrent.CompletableFuture.supplyAsync(() -> "a")
                        .thenApplyAsync(value -> value + "b")
                        .thenCombineAsync(java.util.concurrent.CompletableFuture.completedFuture("c"), String::concat)
                        .orTimeout(1, java.util.concurrent.TimeUnit.HOURS)
                        .thenAcceptAsync(value -> { if (!value.equals("abc")) throw new IllegalStateException(value); })
                        .join();
                """);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var future = java.util.concurrent.CompletableFuture.supplyAsync(() -> \"late\","
                        + " java.util.concurrent.CompletableFuture.delayedExecutor("
                        + "1, java.util.concurrent.TimeUnit.HOURS));",
                "var future = java.util.concurrent.CompletableFuture.completedFuture(\"a\").thenApplyAsync(a -> a,"
                        + " java.util.concurrent.CompletableFuture.delayedExecutor(1,"
                        + " java.util.concurrent.TimeUnit.HOURS, java.util.concurrent.ForkJoinPool.commonPool()));",
                "var pool = java.util.concurrent.Executors.newFixedThreadPool(1);" + BUSY,
                "var pool = java.util.concurrent.Executors.newSingleThreadExecutor();" + BUSY,
                "var pool = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();" + BUSY,
                "var pool = new java.util.concurrent.ForkJoinPool(1);" + BUSY
            })
    @DisplayName("G32 Whoever waits for what was dropped is told")
    void future_ofDroppedTask_isCancelled(String code) throws Exception {
        UnloadReport report = module.unload(code + "System.getProperties().put(\"layers.future\", future);");

        Future<?> future = (Future<?>) System.getProperties().remove("layers.future");
        assertThat(future.isCancelled()).isTrue();
        assertThat(report).isClean();
    }

    @Test
    @DisplayName("G33 An HTTP server that the module stopped is nothing to tell")
    void httpServer_stoppedByTheModule_isNotTold() throws Exception {
        assumeHttpServer();

        UnloadReport report = module.unloadRequiring("jdk.httpserver", SERVER + "server.stop(0);");

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).isEmpty();
    }

    @Test
    @DisplayName("G28 G32 A handler of an HTTP server that hangs is interrupted")
    void httpHandler_thatHangs_isInterrupted() throws Exception {
        assumeHttpServer();

        UnloadReport report = module.unloadRequiring("jdk.httpserver", HANGING_HANDLER + HANGING);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report))
                .containsExactly("HTTP server was stopped", "thread 'HTTP-Dispatcher' was interrupted and ended");
    }

    @Test
    @DisplayName("G32 A group of channels is shut down")
    void group_isShutDown() throws Exception {
        UnloadReport report = module.unload(GROUP);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("asynchronous channel group was shut down");
    }

    @Test
    @DisplayName("G32 An HTTP client that the module keeps is shut down where the JDK can")
    void httpClient_isShutDown() throws Exception {
        assumeThat(Runtime.version().feature())
                .as("this JDK can shut clients down")
                .isGreaterThanOrEqualTo(21);
        assumeThat(ModuleLayer.boot().findModule("java.net.http"))
                .as("this run has HTTP clients")
                .isPresent();

        UnloadReport report = module.unloadRequiring(
                "java.net.http",
                "class Kept { static Object client; } Kept.client = java.net.http.HttpClient.newHttpClient();");

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("HTTP client was shut down");
    }

    private static void assumeHttpServer() {
        assumeThat(ModuleLayer.boot().findModule("jdk.httpserver"))
                .as("this run has HTTP servers")
                .isPresent();
    }

    @Test
    @DisplayName("G32 A running HTTP server is stopped")
    void httpServer_isStopped() throws Exception {
        assumeHttpServer();

        UnloadReport report = module.unloadRequiring("jdk.httpserver", SERVER);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("HTTP server was stopped");
    }

    @Test
    @DisplayName("G32 A channel with a pending accept is closed")
    void channel_isClosed() throws Exception {
        UnloadReport report = module.unload(CHANNEL);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("asynchronous channel was closed");
    }
}
