package dev.layers.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.layers.internal.failure.Thrown.BotFailed;
import dev.layers.internal.failure.Thrown.ChatFailed;
import dev.layers.internal.failure.Thrown.ChatOdd;
import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Where there is nothing, or not enough, to copy with. */
class ThrownCopiesLimitsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ThrownCopies copies = new ThrownCopies(Thrown::isShared, thrown -> thrown instanceof Told, Told::of);

    @Test
    void own_passesAsItIs() {
        Told own = told(new ChatOdd("odd", new ChatFailed("inner")));
        own.addSuppressed(told(new ChatFailed("aside")));

        assertThat(copies.copy(own)).isSameAs(own);
    }

    @Test
    void copyOfAModule_passesAsItIs() {
        Throwable copy = ModuleFailure.copyOf(new ChatOdd("odd", null));

        assertThat(copies.copy(copy)).isSameAs(copy);
    }

    @Test
    void ownInACircle_passesAsItIs() {
        Told first = told(new ChatOdd("first", null));
        Told second = told(new ChatOdd("second", null));
        first.addSuppressed(second);
        second.addSuppressed(first);

        assertThat(copies.copy(first)).isSameAs(first);
    }

    @Test
    void ownThatSuppressesAModules_isCopiedWithItsState() {
        Told own = told(new ChatOdd("odd", null));
        own.addSuppressed(new ChatOdd("aside", null));

        Told copy = (Told) copies.copy(own);

        assertThat(copy).isNotSameAs(own).hasMessage(own.getMessage());
        assertThat(copy.type).isEqualTo(own.type);
        assertThat(copy.getSuppressed()[0])
                .isInstanceOf(Told.class)
                .hasMessage(Thrown.class.getName() + "$ChatOdd: aside");
    }

    @Test
    void ownCause_staysItself() {
        Told own = told(new ChatOdd("inner", null));

        Throwable told = copies.copy(new ChatOdd("outer", own));
        Throwable typed = copies.copy(new IllegalStateException("outer", own));
        Throwable rebuilt = copies.copy(new ChatFailed("outer").initCause(own));

        assertThat(told).isInstanceOf(Told.class).cause().isSameAs(own);
        assertThat(typed)
                .isExactlyInstanceOf(IllegalStateException.class)
                .cause()
                .isSameAs(own);
        assertThat(rebuilt).isExactlyInstanceOf(BotFailed.class).cause().isSameAs(own);
    }

    @Test
    void copyOfACopy_saysTheSame() {
        Throwable once = copies.copy(new IllegalStateException("outer", new ChatOdd("inner", null)));

        Throwable twice = copies.copy(once);

        assertThat(twice).isExactlyInstanceOf(IllegalStateException.class).hasMessage("outer");
        assertThat(twice.getStackTrace()).isEqualTo(once.getStackTrace());
        assertThat(twice.getCause()).isSameAs(once.getCause());
    }

    @Test
    void overflowOfTheStack_isCopiedWhereItIsCaught() {
        List<Throwable> caught = new ArrayList<>();

        deepest(StackOverflowError::new, caught);

        assertThat(caught)
                .isNotEmpty()
                .allSatisfy(copy -> assertThat(copy).isExactlyInstanceOf(StackOverflowError.class));
        assertThat(caught.get(caught.size() - 1).getStackTrace()).isNotEmpty();
    }

    @Test
    void typeIsKeptOrTheOverflowTold_whereTheStackEnds() {
        List<Throwable> caught = new ArrayList<>();

        deepest(() -> new IllegalStateException("deep", new ChatOdd("inner", null)), caught);

        assertThat(caught)
                .allSatisfy(copy ->
                        assertThat(copy).isInstanceOfAny(IllegalStateException.class, StackOverflowError.class));
        assertThat(caught.get(caught.size() - 1))
                .isExactlyInstanceOf(IllegalStateException.class)
                .cause()
                .isInstanceOf(Told.class);
    }

    /** Copies in all the frames in which the stack sufficed to call the copies at all. */
    private void deepest(Supplier<Throwable> thrown, List<Throwable> caught) {
        try {
            deepest(thrown, caught);
        } catch (StackOverflowError ignored) {
            // not here
        }
        if (caught.size() < 40) {
            caught.add(copies.copy(thrown.get()));
        }
    }

    @Test
    void messageThatNeverComes_isNotWaitedFor() {
        CountDownLatch never = new CountDownLatch(1);
        ThrownCopies hasty = hasty(Duration.ofMillis(1));
        try {
            Throwable overflow = new ChatOverflow(never);

            Throwable copy = hasty.copy(overflow);

            assertThat(copy).isExactlyInstanceOf(StackOverflowError.class).hasMessage(null);
            assertThat(copy.getStackTrace()).isEmpty();
        } finally {
            never.countDown();
        }
    }

    @Test
    void whatStandsForMany_cannotBeChanged() {
        CountDownLatch never = new CountDownLatch(1);
        ThrownCopies hasty = hasty(Duration.ofMillis(1));
        try {
            Throwable copy = hasty.copy(new ChatOverflow(never));
            copy.addSuppressed(new ChatFailed("aside"));

            assertThat(copy.getSuppressed()).isEmpty();
            assertThatIllegalStateException().isThrownBy(() -> copy.initCause(new ChatFailed("inner")));
        } finally {
            never.countDown();
        }
    }

    @Test
    void heapThatIsFull_isTold() {
        ThrownCopies full = new ThrownCopies(Thrown::isShared, thrown -> false, failure -> {
            throw new OutOfMemoryError("full");
        });

        Throwable copy = full.copy(new ChatOdd("odd", null));

        assertThat(copy).isExactlyInstanceOf(OutOfMemoryError.class).hasMessage(null);
    }

    @Test
    void brokenTerms_leaveText() {
        ThrownCopies broken = new ThrownCopies(
                type -> {
                    throw new IllegalStateException("broken");
                },
                thrown -> false,
                Told::of);

        Throwable copy = broken.copy(new ChatOdd("odd", null));

        assertThat(copy).isInstanceOf(ModuleFailure.class).hasMessage("odd");
    }

    @Test
    void freshStack_inheritsNoContextLoader() {
        List<ClassLoader> seen = new ArrayList<>();
        ThrownCopies looking = new ThrownCopies(
                type -> {
                    seen.add(Thread.currentThread().getContextClassLoader());
                    return Thrown.isShared(type);
                },
                thrown -> false,
                Told::of);

        looking.copy(new StackOverflowError());

        assertThat(seen).isNotEmpty().containsOnlyNulls();
    }

    private static ThrownCopies hasty(Duration longest) {
        return new ThrownCopies(new Terms(Thrown::isShared, thrown -> false, Told::of), longest);
    }

    private static Told told(Throwable thrown) {
        return Told.of(ModuleFailure.copyOf(thrown));
    }

    private static final class ChatOverflow extends StackOverflowError {
        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch never;

        ChatOverflow(CountDownLatch never) {
            this.never = never;
        }

        @Override
        public String getMessage() {
            Deadline.in(LONG).await(never::await);
            return "late";
        }
    }
}
