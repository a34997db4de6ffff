package dev.layers.internal.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.layers.fixture.WaitingTasks;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WovenFutureTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Test
    void future_ofATaskThatRuns_hasItsResult() {
        CompletableFuture<String> future =
                WovenFuture.supplyAsync(() -> "done", waiting::add).thenApply(done -> done + "!");

        waiting.remove().run();

        assertThat(future).isCompletedWithValue("done!");
    }

    @Test
    void future_ofADroppedTask_isCancelled() {
        CompletableFuture<String> future = WovenFuture.supplyAsync(() -> "done", waiting::add);

        ((Droppable) waiting.remove()).drop();

        assertThat(future).isCancelled();
    }

    @Test
    void future_ofADroppedStep_isCancelled() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = WovenFuture.thenApplyAsync(first, done -> done + "!", waiting::add);
        first.complete("done");

        ((Droppable) waiting.remove()).drop();

        assertThat(second).isCancelled();
        assertThat(first).isCompletedWithValue("done");
    }

    @Test
    void taskOfTheCommonPool_isAJdkTaskOfItsWaiters() {
        CompletableFuture<String> future =
                WovenFuture.supplyAsync(() -> "done", ForkJoinPool.commonPool()).thenApply(done -> done + "!");

        assertThat(future.join()).isEqualTo("done!");
    }

    @Test
    void timeout_thatIsNotReached_leavesTheFuture() {
        CompletableFuture<String> future = WovenFuture.orTimeout(new CompletableFuture<>(), 1, TimeUnit.HOURS);

        future.complete("in time");

        assertThat(future).isCompletedWithValue("in time");
    }

    @Test
    void missingExecutor_isRefused() {
        assertThatNullPointerException().isThrownBy(() -> WovenFuture.runAsync(() -> {}, null));
    }

    @Test
    void stepOfASubclass_isItsOwn() {
        CompletableFuture<String> future = new CompletableFuture<>() {
            @Override
            @SuppressWarnings("unchecked")
            public <U> CompletableFuture<U> thenApplyAsync(Function<? super String, ? extends U> function) {
                return (CompletableFuture<U>) CompletableFuture.completedFuture("overridden");
            }
        };

        CompletableFuture<Object> step = WovenFuture.thenApplyAsync(future, written -> written);

        assertThat(step).isCompletedWithValue("overridden");
    }

    @Test
    void executorOfAHost_isHandedTheTasksOfTheJdk() {
        WaitingTasks host = new WaitingTasks();
        CompletableFuture<String> future =
                WovenFuture.thenApplyAsync(CompletableFuture.completedFuture("done"), done -> done + "!", host);

        Runnable task = host.next();
        task.run();

        assertThat(task).isNotInstanceOf(SharedTask.class).isInstanceOf(AsynchronousCompletionTask.class);
        assertThat(future).isCompletedWithValue("done!");
    }

    @Test
    void delayedCode_isHandedOnAsItIs() throws Exception {
        BlockingQueue<Runnable> handed = new LinkedBlockingQueue<>();
        Runnable code = () -> {};

        WovenFuture.delayedExecutor(1, TimeUnit.MILLISECONDS, handed::add).execute(code);

        assertThat(handed.poll(1, TimeUnit.MINUTES)).isSameAs(code);
    }
}
