package dev.layers.residue;

import java.util.List;

/** Threads that the module made itself. */
final class ThreadRows {
    private static final String STARTED = "thread.setDaemon(true); thread.start(); Shelf.untilWaiting(thread);";

    private ThreadRows() {}

    static List<Row> all() {
        return List.of(
                Row.call("thread.parked", """
                        Thread thread = new Thread(Chat::pump, "acme-parked");
                        """ + STARTED)
                        .members("""
                                static void pump() {
                                    try { new CountDownLatch(1).await(); } catch (InterruptedException stop) { return; }
                                }
                                """)
                        .retained("thread 'acme-parked'")
                        .undone("thread 'acme-parked' was interrupted and ended"),
                Row.call("thread.subclass", """
                        Thread thread = new Pump();
                        """ + STARTED)
                        .members("""
                                static class Pump extends Thread {
                                    Pump() { super("acme-subclass"); }
                                    @Override public void run() {
                                        try { sleep(3_600_000); } catch (InterruptedException stop) { return; }
                                    }
                                }
                                """)
                        .retained("thread 'acme-subclass'")
                        .undone("thread 'acme-subclass' was interrupted and ended"),
                Row.call("thread.jdkcode", """
                        Callable<Integer> wait = new SynchronousQueue<Integer>()::take;
                        Thread thread = new Thread(new FutureTask<>(wait), "acme-jdk-code");
                        """ + STARTED)
                        .retained("thread 'acme-jdk-code'")
                        .undone("thread 'acme-jdk-code' was interrupted and ended"),
                Row.call("thread.queue", """
                        Thread thread = new Thread(() -> {
                            try { QUEUE.remove(); } catch (InterruptedException stop) { return; }
                        }, "acme-queue");
                        """ + STARTED)
                        .imports("java.lang.ref.*")
                        .members("static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();")
                        .retained("thread 'acme-queue'")
                        .undone("thread 'acme-queue' was interrupted and ended"),
                Row.hook("thread.hook", """
                        Thread thread = new Thread(() -> {
                            try { Thread.sleep(3_600_000); } catch (InterruptedException stop) { return; }
                        }, "acme-of-hook");
                        """ + STARTED)
                        .retained("context loader of thread 'acme-of-hook'", "thread 'acme-of-hook'")
                        .undone("thread 'acme-of-hook' was interrupted and ended"),
                Row.call("thread.deaf", """
                        Thread thread = new Thread(Chat::pump, "acme-deaf");
                        """ + STARTED)
                        .members("""
                                static void pump() {
                                    while (true) {
                                        try { new CountDownLatch(1).await(); } catch (InterruptedException ignored) { continue; }
                                    }
                                }
                                """)
                        .retained("thread 'acme-deaf'")
                        .named("still runs: thread 'acme-deaf' (WAITING) at acme.Chat.pump(Chat.java:{})")
                        .held()
                        .stays("thread 'acme-deaf'"),
                Row.call("thread.deadlock", """
                        CyclicBarrier both = new CyclicBarrier(2);
                        Object one = new Object();
                        Object two = new Object();
                        Thread first = new Thread(() -> lock(both, one, two), "acme-one");
                        Thread second = new Thread(() -> lock(both, two, one), "acme-two");
                        for (Thread thread : List.of(first, second)) { thread.setDaemon(true); thread.start(); }
                        Shelf.until(() -> first.getState() == Thread.State.BLOCKED && second.getState() == Thread.State.BLOCKED);
                        """)
                        .members("""
                                static void lock(CyclicBarrier both, Object one, Object two) {
                                    synchronized (one) {
                                        try { both.await(); } catch (Exception broken) { throw new IllegalStateException(broken); }
                                        synchronized (two) { two.notify(); }
                                    }
                                }
                                """)
                        .retained("thread 'acme-one'", "thread 'acme-two'")
                        .named(
                                "still runs: thread 'acme-one' (BLOCKED) at acme.Chat.lock(Chat.java:{})",
                                "still runs: thread 'acme-two' (BLOCKED) at acme.Chat.lock(Chat.java:{})")
                        .held()
                        .stays("thread 'acme-one'", "thread 'acme-two'"),
                Row.call("thread.accept", """
                        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                        Thread thread = new Thread(() -> accept(server), "acme-accept");
                        thread.setDaemon(true);
                        thread.start();
                        Shelf.until(() -> thread.getStackTrace().length > 6);
                        """)
                        .imports("java.net.*")
                        .members("""
                                static void accept(ServerSocket server) {
                                    try { server.accept(); } catch (IOException closed) { return; }
                                }
                                """)
                        .retained("thread 'acme-accept'")
                        .named("still runs: thread 'acme-accept' (RUNNABLE) at acme.Chat.accept(Chat.java:{})")
                        .held()
                        .stays("thread 'acme-accept'"),
                Row.call("thread.group", "new Group();")
                        .members("static class Group extends ThreadGroup { Group() { super(\"acme-group\"); } }")
                        .retainedUpTo(17)
                        .undone("thread group 'acme-group' was destroyed")
                        .between(17, 17),
                Row.call("thread.handler", """
                        host.onPool(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {}));
                        """)
                        .retained("handler of thread 'host-thread'")
                        .undone("uncaught exception handler (acme.Chat$${}) of thread 'host-thread' was removed"),
                Row.call("thread.loader", """
                        host.onPool(() -> Thread.currentThread().setContextClassLoader(Chat.class.getClassLoader()));
                        """)
                        .retained("context loader of thread 'host-thread'")
                        .undone("context class loader of thread 'host-thread' was reset"),
                Row.call("thread.loader.caller", """
                        Thread.currentThread().setContextClassLoader(Chat.class.getClassLoader());
                        """)
                        .retained("context loader of thread 'host-caller'")
                        .undone("context class loader of thread 'host-caller' was reset"),
                Row.call("thread.loader.inherited", """
                        Thread current = Thread.currentThread();
                        ClassLoader before = current.getContextClassLoader();
                        current.setContextClassLoader(Chat.class.getClassLoader());
                        try { host.onNewThread(() -> {}); } finally { current.setContextClassLoader(before); }
                        """).retained("context loader of thread 'host-thread'"),
                Row.call("thread.born", "host.onNewThread(() -> {});").retainedUpTo(17),
                Row.call("thread.ended", """
                        Thread thread = new Thread(() -> {}, "acme-ended");
                        thread.start();
                        thread.join();
                        """),
                Row.call("thread.unstarted", "new Thread(() -> {}, \"acme-unstarted\").setDaemon(true);"),
                Row.call("thread.ending", """
                        Thread thread = new Thread(() -> {
                            try { Thread.sleep(40); } catch (InterruptedException stop) { return; }
                        }, "acme-ending");
                        thread.start();
                        """),
                Row.call("thread.loader.restored", """
                        host.onPool(() -> {
                            Thread current = Thread.currentThread();
                            ClassLoader before = current.getContextClassLoader();
                            current.setContextClassLoader(Chat.class.getClassLoader());
                            current.setUncaughtExceptionHandler((thread, failure) -> {});
                            current.setContextClassLoader(before);
                            current.setUncaughtExceptionHandler(null);
                        });
                        """));
    }
}
