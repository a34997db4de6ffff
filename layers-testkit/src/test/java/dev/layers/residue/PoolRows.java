package dev.layers.residue;

import java.util.List;

/** Pools, timers and what runs in pools of the JDK. */
final class PoolRows {
    private PoolRows() {}

    static List<Row> all() {
        return List.of(
                Row.call("pool.idle", """
                        ExecutorService pool = Executors.newFixedThreadPool(2);
                        pool.submit(() -> {}).get();
                        pool.submit(() -> {}).get();
                        """)
                        .retainedUpTo(17, "thread 'pool-{}-thread-1'", "thread 'pool-{}-thread-2'")
                        .undone("pool of 2 threads was shut down"),
                Row.call("pool.cached", "Executors.newCachedThreadPool().submit(() -> {}).get();")
                        .retainedUpTo(17, "thread 'pool-{}-thread-1'")
                        .undone("pool of 1 thread was shut down"),
                Row.call("pool.busy", """
                        CountDownLatch begun = new CountDownLatch(1);
                        Executors.newFixedThreadPool(1).submit(() -> {
                            begun.countDown();
                            return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                        });
                        begun.await();
                        """)
                        .retained("thread 'pool-{}-thread-1'")
                        .undone(
                                "pool of 1 thread was shut down",
                                "thread 'pool-{}-thread-1' was interrupted and ended"),
                Row.call("pool.periodic", """
                        Executors.newScheduledThreadPool(1).scheduleAtFixedRate(() -> {}, 0, 1, TimeUnit.HOURS);
                        """)
                        .retained("thread 'pool-{}-thread-1'")
                        .undone("pool of 1 thread was shut down"),
                Row.call("pool.delayed", """
                        ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
                        pool.schedule(() -> {}, 1, TimeUnit.HOURS);
                        """)
                        .retained("thread 'pool-{}-thread-1'")
                        .undone("pool of 1 thread was shut down"),
                Row.call("pool.pending", """
                        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
                        pool.schedule(() -> {}, 1, TimeUnit.HOURS);
                        pool.shutdown();
                        """)
                        .retained("thread 'pool-{}-thread-1'")
                        .undone(
                                "pool of 1 thread dropped 1 task",
                                "thread 'pool-{}-thread-1' was interrupted and ended"),
                Row.call("pool.subclass", "new Pool().submit(() -> {}).get();")
                        .members("""
                                static class Pool extends ThreadPoolExecutor {
                                    Pool() { super(1, 1, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>()); }
                                }
                                """)
                        .retained("thread 'pool-{}-thread-1'")
                        .undone("pool of 1 thread was shut down"),
                Row.call("pool.forkjoin", """
                        CountDownLatch begun = new CountDownLatch(1);
                        new ForkJoinPool(2).submit(() -> {
                            begun.countDown();
                            return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                        });
                        begun.await();
                        """)
                        .retained("thread 'ForkJoinPool-{}-worker-1'")
                        .undone(
                                "fork-join pool of 1 thread was shut down",
                                "thread 'ForkJoinPool-{}-worker-1' was interrupted and ended"),
                Row.call("pool.ended", """
                        ExecutorService pool = Executors.newFixedThreadPool(2);
                        pool.submit(() -> {}).get();
                        pool.shutdown();
                        pool.awaitTermination(1, TimeUnit.MINUTES);
                        """),
                Row.call("pool.unused", "Executors.newFixedThreadPool(2);"),
                Row.call("timer.periodic", """
                        new Timer("acme-timer").schedule(new TimerTask() { @Override public void run() {} }, 0, 60_000);
                        """)
                        .retained("thread 'acme-timer'")
                        .undone("timer 'acme-timer' was cancelled"),
                Row.call("timer.idle", "")
                        .members("static final Timer TIMER = new Timer(\"acme-idle\", true);")
                        .undone("timer 'acme-idle' was cancelled")
                        .retainedUpTo(17, "thread 'acme-idle'"),
                Row.call("timer.cancelled", """
                        Timer timer = new Timer("acme-cancelled");
                        timer.schedule(new TimerTask() { @Override public void run() {} }, 60_000);
                        timer.cancel();
                        """),
                Row.call("common.busy", """
                        CountDownLatch begun = new CountDownLatch(1);
                        CompletableFuture.runAsync(() -> {
                            begun.countDown();
                            try { new CountDownLatch(1).await(1, TimeUnit.HOURS); } catch (InterruptedException stop) { return; }
                        });
                        begun.await();
                        """).retained().undone("1 asynchronous task was interrupted and ended"),
                Row.call("common.loader", """
                        CountDownLatch done = new CountDownLatch(1);
                        ForkJoinPool.commonPool().execute(() -> {
                            Thread.currentThread().setContextClassLoader(Chat.class.getClassLoader());
                            done.countDown();
                        });
                        done.await();
                        """).retainedUpTo(17),
                Row.call("common.delayed", """
                        CompletableFuture.delayedExecutor(1, TimeUnit.HOURS).execute(() -> {});
                        """).retained().undone("1 asynchronous task was dropped before it began"),
                Row.call("common.timeout", """
                        new CompletableFuture<String>().orTimeout(1, TimeUnit.HOURS).whenComplete((done, failure) -> {});
                        """).retained().undone("1 asynchronous task was dropped before it began"),
                Row.call("common.done", """
                        CompletableFuture.supplyAsync(() -> 1).thenApplyAsync(one -> one + 1).get();
                        ForkJoinPool.commonPool().submit(() -> {}).get();
                        """),
                Row.call("common.local", """
                        ThreadLocal<Object> local = new ThreadLocal<>();
                        CountDownLatch done = new CountDownLatch(1);
                        ForkJoinPool.commonPool().execute(() -> {
                            local.set(new Chat());
                            done.countDown();
                        });
                        done.await();
                        """).undone("thread-locals: 1 value on 1 thread was cleared"),
                Row.call("common.stream", """
                        java.util.stream.IntStream.range(0, 10_000).parallel().map(number -> number + 1).sum();
                        """));
    }
}
