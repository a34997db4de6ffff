package dev.layers.internal.woven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedTaskTest {
    private final Workers workers = new Workers();
    private final List<String> told = new ArrayList<>();
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @AfterEach
    void shutdown() {
        pool.shutdownNow();
    }

    @Test
    void task_runsOnceAndIsForgotten() {
        SharedTask task = workers.task(() -> told.add("run"));

        task.run();
        task.run();

        assertThat(told).containsExactly("run");
        assertThat(task.drop()).isFalse();
        assertThat(workers.tasks()).isZero();
    }

    @Test
    void droppedTask_doesNotRunAndTellsOnce() {
        SharedTask task = workers.task(() -> told.add("run"));
        task.whenDropped(() -> told.add("first"));
        task.whenDropped(() -> told.add("second"));

        boolean isDropped = task.drop();
        task.drop();
        task.run();

        assertThat(isDropped).isTrue();
        assertThat(told).containsExactly("first", "second");
        assertThat(workers.tasks()).isZero();
    }

    @Test
    void whoAsksTooLate_isToldAtOnce() {
        SharedTask task = workers.task(() -> told.add("run"));
        task.drop();

        task.whenDropped(() -> told.add("late"));

        assertThat(told).containsExactly("late");
    }

    @Test
    void whoAsksWhenItHasRun_isNotTold() {
        SharedTask task = workers.task(() -> told.add("run"));
        task.run();

        task.whenDropped(() -> told.add("late"));

        assertThat(told).containsExactly("run");
    }

    @Test
    void taskInATask_isDroppedWithIt() {
        SharedTask inner = new SharedTask(() -> told.add("run"));
        inner.whenDropped(() -> told.add("dropped"));

        new SharedTask(inner).drop();

        assertThat(told).containsExactly("dropped");
    }

    @Test
    void waitingTask_isNotInterrupted() {
        SharedTask task = workers.task(() -> told.add("run"));

        assertThat(task.interrupt()).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void runningTask_isInterruptedAndItsThreadIsNotAfterwards() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        SharedTask task = workers.task(() -> {
            began.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });
        Future<?> run = pool.submit(task);
        began.await();

        boolean isInterrupted = task.interrupt();

        run.get();
        assertThat(isInterrupted).isTrue();
        assertThat(pool.submit(() -> Thread.currentThread().isInterrupted()).get())
                .isFalse();
    }
}
