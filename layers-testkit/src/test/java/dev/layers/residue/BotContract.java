package dev.layers.residue;

import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The contract of the host: modules provide {@code bot.Command} and are handed a {@code bot.Host}; {@code bot.Shelf} is a
 * careless part of the host that keeps whatever it is given, as it is.
 */
record BotContract(Path jar) {
    private static final String COMMAND =
            "package bot; public interface Command { String run(Host host) throws Exception; }";

    private static final String TASK = "package bot; public interface Task { void run() throws Exception; }";

    private static final String HOST = """
            package bot;

            public interface Host {
                /** Runs a task on a pool thread that lives on, and waits for its end. */
                void onPool(Task task) throws Exception;

                /** Runs a task on a pool thread that starts now and lives on. */
                void onNewThread(Task task) throws Exception;

                /** Keeps a listener for ever. */
                void listen(Task listener);

                /** Keeps an order for ever. */
                void sort(java.util.Comparator<String> order);

                /** Never completes. */
                java.util.concurrent.CompletionStage<String> news();

                /** Runs a task, and keeps what it throws. */
                void attempt(Task task);
            }
            """;

    private static final String HOUSE = """
            package bot;

            import java.util.*;
            import java.util.concurrent.*;

            public final class House implements Host {
                private final ExecutorService pool = Executors.newSingleThreadExecutor(House::daemon);
                private final ExecutorService lazy = Executors.newSingleThreadExecutor(House::daemon);
                private final CompletableFuture<String> news = new CompletableFuture<>();
                private final List<Object> kept = new CopyOnWriteArrayList<>();

                public House() throws Exception {
                    pool.submit(() -> null).get();
                }

                private static Thread daemon(Runnable work) {
                    Thread thread = new Thread(work, "host-thread");
                    thread.setDaemon(true);
                    return thread;
                }

                public void onPool(Task task) throws Exception {
                    pool.submit(() -> { task.run(); return null; }).get();
                }

                public void onNewThread(Task task) throws Exception {
                    lazy.submit(() -> { task.run(); return null; }).get();
                }

                public void listen(Task listener) {
                    kept.add(listener);
                }

                public void sort(Comparator<String> order) {
                    kept.add(new TreeMap<String, String>(order));
                }

                public CompletionStage<String> news() {
                    return news;
                }

                public void attempt(Task task) {
                    try {
                        task.run();
                    } catch (Exception failure) {
                        kept.add(failure);
                    }
                }
            }
            """;

    private static final String SHELF = """
            package bot;

            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.BooleanSupplier;

            public final class Shelf {
                public static final List<Object> KEPT = new CopyOnWriteArrayList<>();
                public static final Map<Class<?>, Object> BY_TYPE = Collections.synchronizedMap(new WeakHashMap<>());
                public static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
                public static final CompletableFuture<String> NEWS = new CompletableFuture<>();
                public static final SubmissionPublisher<String> PUBLISHER = new SubmissionPublisher<>(Runnable::run, 8);
                public static final ScheduledThreadPoolExecutor CLOCK = new ScheduledThreadPoolExecutor(1, Shelf::daemon);
                public static final java.beans.PropertyChangeSupport PROPERTIES = new java.beans.PropertyChangeSupport("bot");

                public static final com.sun.net.httpserver.HttpServer SERVER = server();

                static {
                    CLOCK.prestartAllCoreThreads();
                }

                private Shelf() {}

                private static Thread daemon(Runnable work) {
                    Thread thread = new Thread(work, "host-clock");
                    thread.setDaemon(true);
                    return thread;
                }

                private static com.sun.net.httpserver.HttpServer server() {
                    try {
                        var place = new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0);
                        var server = com.sun.net.httpserver.HttpServer.create(place, 0);
                        server.createContext("/", exchange -> {
                            exchange.sendResponseHeaders(200, 4);
                            exchange.getResponseBody().write("pong".getBytes());
                            exchange.close();
                        });
                        server.start();
                        return server;
                    } catch (java.io.IOException failure) {
                        throw new IllegalStateException(failure);
                    }
                }

                /** Returns where the host answers "pong". */
                public static java.net.URI place() {
                    return java.net.URI.create("http://127.0.0.1:" + SERVER.getAddress().getPort());
                }

                /** Waits until something is so. */
                public static void until(BooleanSupplier condition) throws InterruptedException {
                    long start = System.nanoTime();
                    while (!condition.getAsBoolean()) {
                        if (System.nanoTime() - start > 20_000_000_000L) throw new IllegalStateException("waited in vain");
                        Thread.sleep(2);
                    }
                }

                /** Waits until a thread waits. */
                public static void untilWaiting(Thread thread) throws InterruptedException {
                    until(() -> thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
                }
            }
            """;

    private static final String NOTHING = """
            package bot;

            public final class Nothing implements java.lang.reflect.InvocationHandler {
                public Object invoke(Object self, java.lang.reflect.Method method, Object[] given) {
                    return null;
                }
            }
            """;

    static BotContract compile(Path directory) {
        return new BotContract(ModuleSource.module(
                        "module bot.api { requires java.desktop; requires transitive jdk.httpserver; exports bot; }")
                .type(COMMAND)
                .type(TASK)
                .type(HOST)
                .type(HOUSE)
                .type(SHELF)
                .type(NOTHING)
                .toJar(directory.resolve("bot-api.jar")));
    }

    /** Compiles the module of {@code row}. */
    Path compile(Row row, Path directory, Path... libraries) {
        boolean isHook = row.code().driver() == Row.Driver.HOOK;
        String requires = declarations("requires ", row.code().needs().requires());
        String provides =
                isHook ? "requires dev.layers.core; provides dev.layers.module.ModuleLifecycle with acme.Chat; " : "";
        return ModuleSource.module("open module " + row.name() + " { requires bot.api; uses bot.Command; " + requires
                        + provides + "provides bot.Command with acme.Chat; }")
                .type(isHook ? hook(row.code()) : call(row.code()))
                .release(Math.max(17, row.code().jdks().first()))
                .dependsOn(jar)
                .dependsOn(CorePath.locations())
                .dependsOn(libraries)
                .toJar(directory.resolve(row.name() + ".jar"));
    }

    private static String call(Row.Code code) {
        return head(code) + "public class Chat implements bot.Command {"
                + " public String run(bot.Host host) throws Exception {\n" + code.body() + "\nreturn \"done\"; }\n"
                + code.needs().members() + "}";
    }

    private static String hook(Row.Code code) {
        return head(code) + "public class Chat implements bot.Command, dev.layers.module.ModuleLifecycle {"
                + " public void start(dev.layers.module.ModuleContext context) throws Exception {\n" + code.body()
                + "\n}\npublic String run(bot.Host host) { return \"done\"; }\n"
                + code.needs().members() + "}";
    }

    private static String head(Row.Code code) {
        return "package acme; import bot.Shelf; import java.io.*; import java.util.*; import java.util.concurrent.*; "
                + declarations("import ", code.needs().imports());
    }

    private static String declarations(String keyword, String names) {
        return Stream.of(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> keyword + name + "; ")
                .reduce("", String::concat);
    }
}
