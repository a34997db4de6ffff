package dev.layers.holders;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;

/** A host that keeps whatever it is given: {@code bot.Shelf}, in module {@code bot.api}. */
record CarelessHost(Path jar) {
    private static final String SHELF = """
            package bot;

            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.BooleanSupplier;

            public final class Shelf {
                public static Object one;
                public static Object first;
                public static final List<Object> LIST = new ArrayList<>();
                public static final Map<String, Object> NAMED = new HashMap<>();
                public static final Map<Class<?>, Object> BY_TYPE = new ConcurrentHashMap<>();
                public static final Map<Object, Object> WEAK = new WeakHashMap<>();
                public static final CompletableFuture<String> NEWS = new CompletableFuture<>();
                public static final SubmissionPublisher<String> PUBLISHER = new SubmissionPublisher<>(Runnable::run, 8);
                public static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
                public static final java.lang.ref.Cleaner CLEANER = java.lang.ref.Cleaner.create();
                public static final Object IN_USE = new Object();
                public static final Runnable WAIT = Shelf::waitForEver;
                public static final ScheduledThreadPoolExecutor CLOCK = new ScheduledThreadPoolExecutor(1, Shelf::clock);
                public static final ThreadPoolExecutor POOL = new ThreadPoolExecutor(
                        1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Shelf::pool);
                public static final java.beans.PropertyChangeSupport PROPERTIES = new java.beans.PropertyChangeSupport("bot");
                public static final com.sun.net.httpserver.HttpServer SERVER = server();

                public static final SynchronousQueue<Runnable> CALLS = new SynchronousQueue<>();

                static {
                    daemon(Shelf::answer, "host-caller").start();
                    CLOCK.prestartAllCoreThreads();
                    POOL.prestartAllCoreThreads();
                    POOL.execute(Shelf::waitForEver);
                }

                private Shelf() {}

                private static com.sun.net.httpserver.HttpServer server() {
                    try {
                        var place = new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0);
                        return com.sun.net.httpserver.HttpServer.create(place, 0);
                    } catch (java.io.IOException failure) {
                        throw new IllegalStateException(failure);
                    }
                }

                private static Thread clock(Runnable work) {
                    return daemon(work, "host-clock");
                }

                private static Thread pool(Runnable work) {
                    return daemon(work, "host-pool");
                }

                public static Thread daemon(Runnable work, String name) {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                }

                private static void answer() {
                    try {
                        CALLS.take().run();
                    } catch (InterruptedException end) {
                        Thread.currentThread().interrupt();
                    }
                }

                public static void waitForEver() {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException end) {
                        Thread.currentThread().interrupt();
                    }
                }

                /** Starts a thread and waits until it waits. */
                public static void start(Thread thread) throws InterruptedException {
                    thread.setDaemon(true);
                    thread.start();
                    until(() -> thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
                }

                public static void until(BooleanSupplier condition) throws InterruptedException {
                    long start = System.nanoTime();
                    while (!condition.getAsBoolean()) {
                        if (System.nanoTime() - start > 20_000_000_000L) throw new IllegalStateException("waited in vain");
                        Thread.sleep(2);
                    }
                }
            }
            """;

    private static final String KEEP = """
            package bot;

            import java.security.*;
            import java.util.*;

            @SuppressWarnings({"removal", "serial"})
            public final class Keep implements Runnable {
                public final List<Object> list = new ArrayList<>();

                public Keep(Object kept) { list.add(kept); }

                public void run() { Shelf.waitForEver(); }

                /** The context of a thread that is made so has nothing of the caller. */
                private static Thread made(PrivilegedAction<Thread> how) { return AccessController.doPrivileged(how); }

                public static void start(Runnable work, String name) throws InterruptedException {
                    Shelf.start(made(() -> new Thread(work, name)));
                }

                public static void start(Thread thread) throws InterruptedException { Shelf.start(thread); }

                public static Runnable capture(Object kept) { return () -> kept.hashCode(); }

                public static Thread hook(Object kept) { return made(() -> new Loop(kept)); }

                public static void schedule(TimerTask task) {
                    AccessController.doPrivileged((PrivilegedAction<Timer>) () -> new Timer("keep-timer", true))
                            .schedule(task, 3_600_000);
                }

                public static final class Loop extends Thread {
                    public final List<Object> list = new ArrayList<>();
                    public Loop(Object kept) { super("keep-thread"); list.add(kept); }
                    @Override public void run() { Shelf.waitForEver(); }
                }

                public static final class Chore extends TimerTask {
                    public final List<Object> list = new ArrayList<>();
                    public Chore(Object kept) { list.add(kept); }
                    @Override public void run() {}
                }

                public interface BeanMBean { int getSize(); }

                public static final class Bean implements BeanMBean {
                    public final List<Object> list = new ArrayList<>();
                    public Bean(Object kept) { list.add(kept); }
                    @Override public int getSize() { return 1; }
                }

                public static final class Log extends java.util.logging.Handler {
                    public final List<Object> list = new ArrayList<>();
                    public Log(Object kept) { list.add(kept); }
                    @Override public void publish(java.util.logging.LogRecord record) {}
                    @Override public void flush() {}
                    @Override public void close() {}
                }

                public static final class Named {
                    public Object contextClassLoader;
                    public Object uncaughtExceptionHandler;
                    public Object threadLocals;
                    public Object target;
                    public Object workQueue;
                    public Object comparator;
                    public Object backtrace;
                    public Object suppressedExceptions;
                }
            }
            """;

    private static final String OTHER = "package other; public final class Cache { public static Object last; }";

    static CarelessHost compile(Path directory) {
        ModuleSource.plain().type(OTHER).toJar(directory.resolve("other.jar"));
        return new CarelessHost(ModuleSource.module(
                        "module bot.api { requires transitive java.desktop; requires transitive java.logging;"
                                + " requires transitive java.management; requires transitive java.sql;"
                                + " requires transitive jdk.httpserver; requires transitive jdk.unsupported;"
                                + " exports bot; }")
                .type(SHELF)
                .type(KEEP)
                .toJar(directory.resolve("bot-api.jar")));
    }

    /** Compiles the module of {@code one}, whose {@code acme.Chat} is a {@code Callable}. */
    Path compile(Case one, Path directory) {
        return ModuleSource.module("open module " + one.name() + " { requires bot.api; uses Runnable; }")
                .type(
                        "package acme; import bot.*; import java.io.*; import java.util.*; import java.util.concurrent.*; "
                                + "import java.util.logging.*; "
                                + "public class Chat implements Callable<Object> { public Object call() throws Exception {\n"
                                + one.code().body() + "\nreturn \"done\"; }\n"
                                + one.code().members() + "}")
                .release(Math.max(
                        17,
                        Math.min(one.code().jdks().first(), Runtime.version().feature())))
                .dependsOn(jar)
                .toJar(directory.resolve(one.name() + ".jar"));
    }
}
