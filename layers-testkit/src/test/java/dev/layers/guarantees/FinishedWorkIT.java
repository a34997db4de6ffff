package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.Weaving;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a module finished or ended itself is neither told nor interrupted. */
class FinishedWorkIT {
    private static final String CONCURRENT = "java.util.concurrent.";
    private static final String FUTURE = CONCURRENT + "CompletableFuture";
    private static final String HOUR = "(1, " + CONCURRENT + "TimeUnit.HOURS)";

    private static final String DELAYED = FUTURE + ".runAsync(() -> {}, " + FUTURE + ".delayedExecutor(1, " + CONCURRENT
            + "TimeUnit.MILLISECONDS)).join();";

    private static final String PROCESS =
            "new ProcessBuilder(java.nio.file.Path.of(System.getProperty(\"java.home\"), \"bin\", \"java\").toString(),"
                    + " \"--version\").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().onExit().get();";

    private static final String REQUEST = """
            try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
                var answering = new Thread(() -> {
                    try (var accepted = socket.accept()) {
                        accepted.getInputStream().read(new byte[8192]);
                        accepted.getOutputStream().write("HTTP/1.1 204 None\\r\\n\\r\\n".getBytes());
                    } catch (java.io.IOException closed) { return; }
                });
                answering.start();
                var address = java.net.URI.create("http://localhost:" + socket.getLocalPort());
                java.net.http.HttpClient.newBuilder().build().send(
                        java.net.http.HttpRequest.newBuilder(address).build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString());
                socket.close();
            }
            """;

    /** Its hooks are where the JVM starts threads that are for everybody; it fails if they do not start there. */
    private static final String FIRST = """
                public void start(ModuleContext context) throws Exception {
                    long before = shared();
                    DELAYED
                    if (shared() == before) { throw new IllegalStateException("no thread was started"); }
                }
                public void beforeUnload(UnloadContext context) throws Exception {
                    long before = shared();
                    PROCESS
                    request();
                    if (shared() == before) { throw new IllegalStateException("no thread was started"); }
                }
                static long shared() {
                    return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().matches(
                            "CompletableFutureDelay.*|ForkJoinPool.common.*|Keep-Alive.*|process reaper.*")).count();
                }
                static void request() throws Exception {
                    try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
                        var answering = new Thread(() -> {
                            try (var accepted = socket.accept()) {
                                accepted.getInputStream().read(new byte[8192]);
                                accepted.getOutputStream().write(
                                        "HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok".getBytes());
                            } catch (java.io.IOException closed) { return; }
                        });
                        answering.start();
                        try (var answer = java.net.URI.create("http://localhost:" + socket.getLocalPort())
                                .toURL().openStream()) {
                            answer.readAllBytes();
                        }
                        answering.join();
                    }
                }
                public String apply(String text) { return text; }
            """.replace("PROCESS", PROCESS).replace("DELAYED", DELAYED);

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

    static Stream<Arguments> finished() {
        return Stream.of(
                        "Thread thread = new Thread(() -> {}); thread.start(); thread.join();",
                        "Thread thread = new Thread(() -> {}); thread.start();",
                        "var pool = " + CONCURRENT + "Executors.newFixedThreadPool(2);"
                                + " pool.submit(() -> 1).get(); pool.shutdown();",
                        "var pool = " + CONCURRENT + "Executors.newSingleThreadExecutor();"
                                + " pool.submit(() -> 1).get(); pool.shutdown();",
                        "var pool = " + CONCURRENT + "Executors.newScheduledThreadPool(1);"
                                + " pool.schedule(() -> 1, 1, " + CONCURRENT + "TimeUnit.HOURS); pool.shutdownNow();",
                        "var pool = new " + CONCURRENT + "ForkJoinPool(2);"
                                + " pool.submit(() -> 1).get(); pool.shutdown();",
                        CONCURRENT + "ForkJoinPool.commonPool().submit(() -> 1).get();",
                        "java.util.stream.IntStream.range(0, 10_000).parallel().map(i -> i + 1).sum();",
                        "java.util.Arrays.parallelSetAll(new int[20_000], i -> i);",
                        "var timer = new java.util.Timer(\"acme-timer\"); timer.schedule(new java.util.TimerTask() {"
                                + " public void run() {} }, 3_600_000); timer.cancel();",
                        "new " + FUTURE + "<String>().orTimeout" + HOUR + ".complete(\"in time\");",
                        DELAYED,
                        "var pool = " + CONCURRENT + "Executors.newFixedThreadPool(1);"
                                + FUTURE + ".supplyAsync(() -> 1, pool).thenApplyAsync(i -> i + 1, pool).join();"
                                + " pool.shutdown();",
                        PROCESS)
                .flatMap(code -> Stream.of(Weaving.values()).map(weaving -> Arguments.of(weaving, code)));
    }

    @ParameterizedTest
    @MethodSource("finished")
    @DisplayName("G33 What has ended is not told, and keeps nothing")
    void finishedWork_isNotTold(Weaving weaving, String code) throws Exception {
        UnloadReport report = module.unload(code, UnloadPolicy.standard(), weaving);

        assertThat(LeftRunning.undone(report)).isEmpty();
        assertThat(report).isClean();
    }

    @ParameterizedTest
    @EnumSource(Weaving.class)
    @DisplayName("G33 Threads for everybody that the JVM first starts inside a hook are nothing to tell")
    void threadsOfTheJvm_firstStartedInsideAHook_areNotTold(Weaving weaving) throws Exception {
        Path jar = host.lifecycle(FIRST).toJar(directory.resolve("chat.jar"));

        List<String> lines = new ForkedJvm(directory, host.contractJar()).run(SmallHost.class, List.of(), jar, weaving);

        assertThat(lines).last().isEqualTo(weaving + " [] [] Collected");
    }

    @Test
    @DisplayName("G33 An HTTP client that was used once keeps nothing; where the JDK can it is shut down")
    void httpClient_thatWasDropped_keepsNothing() throws Exception {
        assumeThat(ModuleLayer.boot().findModule("java.net.http"))
                .as("this run has HTTP clients")
                .isPresent();

        UnloadReport report = module.unloadRequiring("java.net.http", REQUEST);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).isSubsetOf("HTTP client was shut down");
    }
}
