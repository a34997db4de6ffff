package dev.layers.internal.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pools of modules are as those of the JDK. */
class WovenExecutorsTest {
    private final ThreadFactory factory = Thread::new;
    private ExecutorService pool = Executors.newCachedThreadPool();

    @AfterEach
    void shutdown() {
        pool.shutdownNow();
    }

    @Test
    void threadFactory_isTheGivenOne() {
        pool = WovenExecutors.newFixedThreadPool(2, factory);

        assertThat(((ThreadPoolExecutor) pool).getThreadFactory()).isSameAs(factory);
    }

    @Test
    void threadFactory_ofAScheduledPool_isTheGivenOne() {
        pool = WovenExecutors.newScheduledThreadPool(2, factory);

        assertThat(((ScheduledThreadPoolExecutor) pool).getThreadFactory()).isSameAs(factory);
    }

    @Test
    void threadFactory_thatWasSetLater_isTheGivenOne() throws Exception {
        ThreadPoolExecutor made = new WovenThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        pool = made;

        made.setThreadFactory(code -> new Thread(code, "acme-later"));

        assertThat(made.submit(() -> Thread.currentThread().getName()).get()).isEqualTo("acme-later");
        made.setThreadFactory(factory);
        assertThat(made.getThreadFactory()).isSameAs(factory);
    }

    @Test
    void factoryOfForkJoinPool_isTheGivenOne() {
        pool = WovenExecutors.newWorkStealingPool(3);

        assertThat(((ForkJoinPool) pool).getFactory()).isSameAs(ForkJoinPool.defaultForkJoinWorkerThreadFactory);
        assertThat(((ForkJoinPool) pool).getParallelism()).isEqualTo(3);
        assertThat(((ForkJoinPool) pool).getAsyncMode()).isTrue();
    }

    @Test
    void poolsOfOneThread_cannotBeConfigured() {
        pool = WovenExecutors.newSingleThreadScheduledExecutor();
        ExecutorService other = WovenExecutors.newSingleThreadExecutor();

        assertThat(pool).isNotInstanceOf(ThreadPoolExecutor.class);
        assertThat(other).isNotInstanceOf(ThreadPoolExecutor.class);
        other.shutdown();
    }

    @Test
    void fixedPool_hasTheBoundsOfTheJdk() {
        ThreadPoolExecutor written = (ThreadPoolExecutor) Executors.newFixedThreadPool(4);

        ThreadPoolExecutor woven = (ThreadPoolExecutor) WovenExecutors.newFixedThreadPool(4);

        pool = woven;
        assertThat(woven.getCorePoolSize()).isEqualTo(written.getCorePoolSize());
        assertThat(woven.getMaximumPoolSize()).isEqualTo(written.getMaximumPoolSize());
        assertThat(woven.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(written.getKeepAliveTime(TimeUnit.SECONDS));
        assertThat(woven.getQueue()).hasSameClassAs(written.getQueue());
        written.shutdown();
    }

    @Test
    void cachedPool_hasTheBoundsOfTheJdk() {
        ThreadPoolExecutor written = (ThreadPoolExecutor) Executors.newCachedThreadPool();

        ThreadPoolExecutor woven = (ThreadPoolExecutor) WovenExecutors.newCachedThreadPool();

        pool = woven;
        assertThat(woven.getCorePoolSize()).isEqualTo(written.getCorePoolSize());
        assertThat(woven.getMaximumPoolSize()).isEqualTo(written.getMaximumPoolSize());
        assertThat(woven.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(written.getKeepAliveTime(TimeUnit.SECONDS));
        assertThat(woven.getQueue()).hasSameClassAs(written.getQueue());
        written.shutdown();
    }

    @Test
    void missingFactory_isRefused() {
        assertThatNullPointerException().isThrownBy(() -> WovenExecutors.newFixedThreadPool(1, null));
        assertThatNullPointerException().isThrownBy(() -> WovenExecutors.newScheduledThreadPool(1, null));
    }
}
