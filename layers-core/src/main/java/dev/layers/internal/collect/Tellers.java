package dev.layers.internal.collect;

import dev.layers.internal.time.Deadline;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Daemon threads that tell what was found, and end when there is nothing to tell.
 *
 * <p>There is more than one, since who is told may wait for another verdict. What has to be told after their end, by a
 * thread that a collection or a heap dump kept that long, is told all the same.
 */
public final class Tellers implements Executor {
    private static final int MOST = 4;

    private final String name;
    private final ThreadPoolExecutor pool;

    /** Creates threads to come, which bear {@code name}. */
    public Tellers(String name) {
        this.name = name;
        this.pool = new ThreadPoolExecutor(
                MOST,
                MOST,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Teller::new,
                (late, ended) -> new Teller(late).start());
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    /** Waits until everything is told, or the deadline; who is being told does not wait for himself. */
    public void end(Deadline deadline) {
        pool.shutdown();
        if (!(Thread.currentThread() instanceof Teller teller && teller.isOf(this))) {
            deadline.await(pool::awaitTermination);
        }
    }

    /** A thread that inherits nothing from whoever was the first to have something told. */
    private final class Teller extends Thread {
        Teller(Runnable work) {
            super(null, work, name, 0, false);
            setDaemon(true);
            setContextClassLoader(null);
        }

        boolean isOf(Tellers tellers) {
            return tellers.equals(Tellers.this);
        }
    }
}
