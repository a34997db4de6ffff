package dev.layers.internal.boundary;

import static dev.layers.internal.boundary.FakeDirection.UPPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.internal.boundary.FakeDirection.Crossed;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagePassageTest {
    private final FakeDirection way = new FakeDirection();
    private final CompletableFuture<Object> source = new CompletableFuture<>();

    @Test
    void completeSource_isCompleteAtOnce() {
        CompletableFuture<?> copy = pass(CompletableFuture.completedFuture("a"));

        assertThat(copy).isCompletedWithValueMatching("A"::equals);
        assertThat(way.left).isEmpty();
    }

    @Test
    void sourceThatCompletesLater_completesTheCopyOnItsThread() throws InterruptedException {
        CompletableFuture<?> copy = pass(source);
        AtomicReference<Thread> ran = new AtomicReference<>();
        CompletableFuture<?> dependent = copy.thenAccept(value -> ran.set(Thread.currentThread()));
        assertThat(copy).isNotDone();
        assertThat(way.left).hasSize(1);

        Thread completing = new Thread(() -> source.complete("a"));
        completing.start();
        completing.join();

        assertThat(copy).isCompletedWithValueMatching("A"::equals);
        assertThat(dependent).isCompleted();
        assertThat(ran).hasValue(completing);
        assertThat(way.left).isEmpty();
    }

    @Test
    void nullValue_passes() {
        assertThat(pass(CompletableFuture.completedFuture(null)).join()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void failedSource_failsTheCopyWithACopy(boolean early) {
        IllegalStateException failure = new IllegalStateException("broken");
        if (early) {
            source.completeExceptionally(failure);
        }
        CompletableFuture<?> copy = pass(source);
        source.completeExceptionally(failure);

        assertFails(copy, "out CompletableFuture java.lang.IllegalStateException: broken");
        assertThat(way.left).isEmpty();
    }

    @Test
    void failureOfADependentSource_isNotWrappedTwice() {
        source.completeExceptionally(new IllegalStateException("broken"));

        CompletableFuture<?> copy = pass(source.thenApply(value -> value));

        assertFails(copy, "out CompletableFuture java.lang.IllegalStateException: broken");
    }

    @Test
    void failureOfTwoCrossings_isNotWrappedTwice() {
        source.completeExceptionally(new Crossed("broken"));

        CompletableFuture<?> copy = pass(pass(source));

        assertFails(copy, "broken");
    }

    @Test
    void cancelledSource_isACancelledCopy() {
        CompletableFuture<?> copy = pass(source);

        source.cancel(false);

        assertThat(copy).isCancelled();
        assertThatThrownBy(copy::join).isInstanceOf(CancellationException.class);
        assertThat(copy.<Object>handle((value, thrown) -> thrown).join())
                .isInstanceOf(CancellationException.class)
                .hasToString("java.util.concurrent.CancellationException: "
                        + "out CompletableFuture java.util.concurrent.CancellationException");
    }

    @Test
    void valueThatCannotCross_failsTheCopy() {
        CompletableFuture<?> copy = pass(source);

        source.complete(7);

        assertFails(copy, "refused the number 7");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancelledCopy_cancelsItsSource(boolean interrupting) {
        AtomicReference<Boolean> asked = new AtomicReference<>();
        CompletableFuture<Object> task = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                asked.set(mayInterruptIfRunning);
                return super.cancel(mayInterruptIfRunning);
            }
        };
        CompletableFuture<?> copy = pass(task);

        assertThat(copy.cancel(interrupting)).isTrue();

        assertThat(task).isCancelled();
        assertThat(asked).hasValue(interrupting);
        assertThat(way.left).isEmpty();
    }

    @Test
    void cancelledCopyOfAStage_leavesTheStageAlone() {
        CompletionStage<Object> stage = source.minimalCompletionStage();
        CompletableFuture<?> copy = pass(CompletionStage.class, stage);

        assertThat(copy.cancel(true)).isTrue();

        assertThat(source).isNotDone();
        assertThat(way.left).isEmpty();
    }

    @Test
    void copyCompletedByItsReceiver_completesTheSource() {
        CompletableFuture<Object> copy = pass(source);

        copy.complete("a");

        assertThat(source).isCompletedWithValueMatching("A"::equals);
        assertThat(copy.join()).isEqualTo("a");
        assertThat(way.left).isEmpty();
    }

    @Test
    void copyFailedByItsReceiver_failsTheSourceWithACopy() {
        CompletableFuture<Object> copy = pass(source);

        copy.completeExceptionally(new IllegalStateException("broken"));

        assertFails(source, "in CompletableFuture java.lang.IllegalStateException: broken");
    }

    @Test
    void copyCompletedWithWhatCannotCross_failsTheSource() {
        CompletableFuture<Object> copy = pass(source);

        copy.complete(7);

        assertFails(source, "refused the number 7");
    }

    @Test
    void pendingCopy_failsWhenTheGenerationGoes() {
        CompletableFuture<?> copy = pass(source);
        CompletableFuture<?> dependent = copy.thenApply(value -> value);

        way.release();

        assertFails(copy, "unloaded CompletableFuture");
        assertFails(dependent, "unloaded CompletableFuture");
        assertThat(source).isNotDone();
    }

    @Test
    void sourceThatCompletesAfterTheGenerationIsGone_changesNothing() {
        CompletableFuture<?> copy = pass(source);
        way.release();

        source.complete("a");

        assertFails(copy, "unloaded CompletableFuture");
    }

    @Test
    void outcomeThatIsNotDelivered_leavesTheCopyToTheEndOfTheGeneration() {
        CompletableFuture<?> copy = pass(source);
        way.shutDeliveries();

        source.complete("a");

        assertThat(copy).isNotDone();
        assertThat(way.left).hasSize(1);
        way.release();
        assertFails(copy, "unloaded CompletableFuture");
    }

    @Test
    void outcomeOfTheCopyThatIsNotDelivered_leavesTheSourceAlone() {
        CompletableFuture<Object> copy = pass(source);
        way.back().shutDeliveries();

        copy.complete("a");

        assertThat(source).isNotDone();
        assertThat(way.left).hasSize(1);
    }

    @Test
    void completeSource_needsNoDelivery() {
        way.shutDeliveries();

        assertThat(pass(CompletableFuture.completedFuture("a"))).isCompletedWithValueMatching("A"::equals);
    }

    @Test
    void completeCopy_staysWhenTheGenerationGoes() {
        CompletableFuture<?> copy = pass(CompletableFuture.completedFuture("a"));

        way.release();

        assertThat(copy.join()).isEqualTo("A");
    }

    @Test
    void sourceThatCrossesAfterTheGenerationIsGone_fails() {
        way.release();

        assertFails(pass(source), "unloaded CompletableFuture");
    }

    @Test
    void pendingCopyThatComesBack_isUnwrapped() {
        Object back = Containers.of(CompletableFuture.class, List.of(UPPER))
                .orElseThrow()
                .pass(pass(source), way.back());

        assertThat(back).isSameAs(source);
    }

    @Test
    void pendingCopyThatComesBackAsAnotherType_isCopied() {
        CompletionStage<Object> stage = ownStage(source);
        Object copy = pass(CompletionStage.class, stage);

        assertThat(Containers.of(CompletionStage.class, List.of(UPPER))
                        .orElseThrow()
                        .pass(copy, way.back()))
                .isSameAs(stage);
        assertThat(Containers.of(CompletableFuture.class, List.of(UPPER))
                        .orElseThrow()
                        .pass(copy, way.back()))
                .isInstanceOf(CrossingFuture.class);
    }

    @Test
    void pendingCopyThatGoesElsewhere_isCopied() {
        CompletableFuture<?> copy = pass(source);

        assertThat(pass(copy)).isNotSameAs(copy).isNotSameAs(source);
        assertThat(Containers.of(CompletableFuture.class, List.of(UPPER))
                        .orElseThrow()
                        .pass(copy, new FakeDirection().back()))
                .isNotSameAs(source);
    }

    /** Returns a stage that is no future, as a module may bring it. */
    @SuppressWarnings("unchecked")
    private static CompletionStage<Object> ownStage(CompletionStage<Object> behind) {
        return (CompletionStage<Object>) Proxy.newProxyInstance(
                StagePassageTest.class.getClassLoader(),
                new Class<?>[] {CompletionStage.class},
                (proxy, method, arguments) -> method.invoke(behind, arguments));
    }

    private static void assertFails(CompletableFuture<?> failed, String message) {
        assertThat(failed).isCompletedExceptionally();
        assertThatThrownBy(failed::join)
                .isInstanceOf(CompletionException.class)
                .hasToString("java.util.concurrent.CompletionException: " + Crossed.class.getName() + ": " + message)
                .hasCause(new Crossed(message));
        assertThatThrownBy(failed::get).isInstanceOf(ExecutionException.class).hasCause(new Crossed(message));
    }

    private CompletableFuture<Object> pass(Object stage) {
        return pass(CompletableFuture.class, stage);
    }

    @SuppressWarnings("unchecked")
    private CompletableFuture<Object> pass(Class<?> raw, Object stage) {
        return (CompletableFuture<Object>)
                Containers.of(raw, List.of(UPPER)).orElseThrow().pass(stage, way);
    }
}
