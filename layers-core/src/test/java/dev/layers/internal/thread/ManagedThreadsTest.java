package dev.layers.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagedThreadsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String REFUSAL = "Module 'chat#1' is being unloaded and starts no more threads";

    private final ClassLoader loader = new ClassLoader("chat#1", null) {};
    private final ManagedThreads threads = new ManagedThreads("chat#1", loader);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void endAll() {
        end.countDown();
    }

    @Test
    void thread_isADaemonWithNameAndContextLoader() {
        Thread first = threads.newThread(() -> {});
        Thread second = threads.newThread(() -> {});

        assertThat(List.of(first.getName(), second.getName())).containsExactly("chat#1-1", "chat#1-2");
        assertThat(first.isDaemon()).isTrue();
        assertThat(first.getContextClassLoader()).isSameAs(loader);
    }

    @Test
    void executor_isOneAndRunsOnManagedThreads() throws Exception {
        ExecutorService executor = threads.executor();

        Future<String> name = executor.submit(() -> Thread.currentThread().getName());

        assertThat(name.get()).isEqualTo("chat#1-1");
        assertThat(threads.executor()).isSameAs(executor);
    }

    @Test
    void stop_interruptsAllAndJoinSeesThemEnd() {
        threads.newThread(this::untilInterrupted).start();
        threads.executor().execute(this::untilInterrupted);

        threads.stop();
        List<Thread> left = threads.join(Deadline.in(LONG));

        assertThat(left).isEmpty();
    }

    @Test
    void thread_startedAfterTheStop_findsItselfInterrupted() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread late =
                threads.newThread(() -> interrupted.set(Thread.currentThread().isInterrupted()));

        threads.stop();
        late.start();
        late.join();

        assertThat(interrupted).isTrue();
    }

    @Test
    void join_returnsThoseThatStillRun() {
        Thread stubborn = threads.newThread(() -> Deadline.in(LONG).await(end::await));
        stubborn.start();

        threads.stop();
        List<Thread> left = threads.join(Deadline.in(Duration.ZERO));

        assertThat(left).containsExactly(stubborn);
    }

    @Test
    void stop_refusesFurtherThreads() {
        threads.stop();

        assertThatIllegalStateException()
                .isThrownBy(() -> threads.newThread(() -> {}))
                .withMessage(REFUSAL);
        assertThatIllegalStateException().isThrownBy(threads::executor).withMessage(REFUSAL);
    }

    @Test
    void stop_refusesAnExecutorThatWasThereBefore() {
        threads.executor();

        threads.stop();

        assertThatIllegalStateException().isThrownBy(threads::executor).withMessage(REFUSAL);
    }

    private void untilInterrupted() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
