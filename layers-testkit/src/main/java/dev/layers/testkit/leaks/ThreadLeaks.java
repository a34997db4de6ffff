package dev.layers.testkit.leaks;

/** Threads, pools and what waits for its time. */
final class ThreadLeaks {
    private static final String START = """
            thread.setDaemon(true);
            thread.start();
            while (thread.getState() != Thread.State.WAITING) { Thread.onSpinWait(); }
            """;

    private static final String TASK = "the queue of a thread of the JDK";

    private ThreadLeaks() {}

    static Leaking thread() {
        return Leaking.of("a thread that waits until it is interrupted", "the thread", "interrupt it")
                .does("""
                        Thread thread = new Thread(Leak::pump, "leaky-thread");
                        """ + START)
                .members("""
                        static void pump() {
                            try { new CountDownLatch(1).await(); } catch (InterruptedException stop) { return; }
                        }
                        """);
    }

    static Leaking deafThread() {
        return Leaking.of(
                        "a thread that takes no interrupt for an answer",
                        "the thread",
                        "nothing but the end of the JVM")
                .does("""
                        Thread thread = new Thread(Leak::pump, "leaky-deaf");
                        """ + START)
                .members("""
                        static void pump() {
                            while (true) {
                                try { new CountDownLatch(1).await(); } catch (InterruptedException ignored) { continue; }
                            }
                        }
                        """);
    }

    static Leaking virtualThread() {
        return Leaking.of("a virtual thread that waits until it is interrupted", "the thread", "interrupt it")
                .does("""
                        Thread thread = Thread.startVirtualThread(() -> {
                            try { new CountDownLatch(1).await(); } catch (InterruptedException stop) { return; }
                        });
                        while (thread.getState() != Thread.State.WAITING) { Thread.onSpinWait(); }
                        """)
                .from(21);
    }

    static Leaking executor() {
        return Leaking.of(
                        "a pool with an idle thread",
                        "the thread, up to JDK 17; later it runs on for nobody",
                        "shut the pool down")
                .does("Executors.newFixedThreadPool(1).submit(() -> {}).get();")
                .later(Leak.Effect.LEFT);
    }

    static Leaking busyExecutor() {
        return Leaking.of(
                        "a pool with a task that does not end",
                        "the thread of the pool",
                        "shut the pool down and interrupt its thread")
                .does("""
                        CountDownLatch begun = new CountDownLatch(1);
                        Executors.newFixedThreadPool(1).submit(() -> {
                            begun.countDown();
                            return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                        });
                        begun.await();
                        """);
    }

    static Leaking scheduled() {
        return Leaking.of("a pool with a periodic task", "the thread of the pool", "shut the pool down")
                .does("Executors.newScheduledThreadPool(1).scheduleAtFixedRate(() -> {}, 0, 1, TimeUnit.HOURS);");
    }

    static Leaking timer() {
        return Leaking.of("a timer with a periodic task", "the thread of the timer", "cancel the timer")
                .does("""
                new Timer("leaky-timer", true).schedule(new TimerTask() { @Override public void run() {} }, 0, 60_000);
                """);
    }

    static Leaking completableFuture() {
        return Leaking.of("a future that completes in an hour, and what follows then", TASK, "complete the future")
                .does("""
                new CompletableFuture<String>().orTimeout(1, TimeUnit.HOURS).whenComplete((done, failure) -> {});
                """);
    }

    static Leaking delayedTask() {
        return Leaking.of("a task for the common pool in an hour", TASK, "nothing but the end of the hour")
                .does("CompletableFuture.delayedExecutor(1, TimeUnit.HOURS).execute(() -> {});");
    }

    static Leaking threadLocal() {
        return Leaking.of(
                        "a value in a thread-local of the thread that ran it",
                        "that thread",
                        "remove the value on that thread")
                .does("LOCAL.set(new Leak());")
                .members("static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();");
    }

    static Leaking contextLoader() {
        return Leaking.of("its loader as context class loader of the thread that ran it", "that thread", "set it back")
                .does("Thread.currentThread().setContextClassLoader(Leak.class.getClassLoader());");
    }

    static Leaking threadHandler() {
        return Leaking.of("an uncaught exception handler of the thread that ran it", "that thread", "set it back")
                .does("Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {});");
    }

    static Leaking asynchronousChannel() {
        return Leaking.of(
                        "a channel that waits for a connection",
                        "the threads of the channel's group",
                        "close the channel")
                .does("""
                        AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                                .accept(null, new CompletionHandler<AsynchronousSocketChannel, Object>() {
                                    @Override public void completed(AsynchronousSocketChannel channel, Object given) {}
                                    @Override public void failed(Throwable failure, Object given) {}
                                });
                        """)
                .imports("java.net.* java.nio.channels.*");
    }

    static Leaking httpServer() {
        return Leaking.of("an HTTP server", "the thread that dispatches requests", "stop the server")
                .does("""
                        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                        server.createContext("/", exchange -> exchange.close());
                        server.start();
                        """)
                .requires("jdk.httpserver")
                .imports("java.net.* com.sun.net.httpserver.*");
    }
}
