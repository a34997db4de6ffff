package dev.layers.testkit;

import dev.layers.Verdict;
import dev.layers.retention.Hold;
import dev.layers.retention.RetentionPath;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about whether the JVM let something go. Each waits for the verdict; one that fails tells what holds it, on
 * which path, and what to do about it.
 *
 * @param <S> the type of the assertions
 * @param <A> the type of what they are about
 * @since 0.1
 */
public abstract class VerdictAssert<S extends VerdictAssert<S, A>, A> extends AbstractAssert<S, A> {
    /** A manager that requests collections asks again ten seconds after such a verdict. */
    private static final Duration SECOND_WAIT = Duration.ofSeconds(15);

    private Duration patience;

    VerdictAssert(A actual, Class<S> type, Duration patience) {
        super(actual, type);
        this.patience = patience;
    }

    /** Returns what the assertions are about, as messages name it. */
    abstract String subject();

    /** Returns the verdict, or nothing if it is pending after {@code limit}. */
    abstract Optional<Verdict> verdict(Duration limit) throws InterruptedException;

    /** Returns all that is known, a line each. */
    abstract List<String> found(Optional<Verdict> verdict);

    /** Returns whether what was retained is collected within {@code limit} after all. */
    abstract boolean isCollectedWithin(Duration limit) throws InterruptedException;

    /**
     * Sets how long the following assertions wait for a verdict.
     *
     * @param limit the longest wait
     * @return these assertions
     */
    public S waitingFor(Duration limit) {
        patience = Objects.requireNonNull(limit, "limit");
        return myself;
    }

    /**
     * Verifies that the JVM let it go. What is retained and {@linkplain dev.layers.retention.Retention#mayEnd may end} is
     * given fifteen seconds more, within the wait, before this fails.
     *
     * @return these assertions
     * @throws AssertionError if the verdict is another, or still pending at the end of the wait
     */
    public S isCollected() {
        long begin = System.nanoTime();
        return verify("COLLECTED", verdict -> verdict instanceof Verdict.Collected || isCollectedLater(verdict, begin));
    }

    /**
     * Verifies that something holds it.
     *
     * @return these assertions
     * @throws AssertionError if the verdict is another, or still pending at the end of the wait
     */
    public S isRetained() {
        return verify("RETAINED", Verdict.Retained.class::isInstance);
    }

    /**
     * Verifies that something holds it that no collection frees.
     *
     * @return these assertions
     * @throws AssertionError if it is not retained, softly held, nobody looked what holds it, or the verdict is pending
     */
    public S isStronglyHeld() {
        return verify("RETAINED and held strongly", verdict -> isHeld(verdict, Hold.STRONG));
    }

    /**
     * Verifies that soft references alone hold it. The JVM clears them when memory grows short; with {@code
     * -XX:SoftRefLRUPolicyMSPerMB=0} it does so at every collection.
     *
     * @return these assertions
     * @throws AssertionError if it is not retained, strongly held, nobody looked what holds it, or the verdict is pending
     */
    public S isSoftlyHeld() {
        return verify("RETAINED and held softly", verdict -> isHeld(verdict, Hold.SOFT));
    }

    /**
     * Verifies that something holds it whose cause contains {@code text}.
     *
     * @param text a part of the sentence, such as {@code static field acme.Host.listeners}
     * @return these assertions
     * @throws AssertionError if no cause contains it, or the verdict is still pending at the end of the wait
     */
    public S heldBy(String text) {
        Objects.requireNonNull(text, "text");
        return verify(
                "RETAINED and held by '" + text + "'",
                verdict -> paths(verdict).stream().anyMatch(path -> path.cause().contains(text)));
    }

    /**
     * Verifies that nobody can know whether it is gone.
     *
     * @return these assertions
     * @throws AssertionError if the verdict is another, or still pending at the end of the wait
     */
    public S isUnconfirmed() {
        return verify("UNCONFIRMED", Verdict.Unconfirmed.class::isInstance);
    }

    private S verify(String expected, Predicate<Verdict> condition) {
        isNotNull();
        Optional<Verdict> verdict = await();
        if (verdict.isEmpty()) {
            throw failure(
                    "Expected %s to be %s but the verdict is still pending after %s:%n  %s",
                    subject(), expected, patience, VerdictLines.joined(found(verdict)));
        }
        if (!condition.test(verdict.get())) {
            throw failure(
                    "Expected %s to be %s but was:%n  %s", subject(), expected, VerdictLines.joined(found(verdict)));
        }
        return myself;
    }

    private Optional<Verdict> await() {
        try {
            return verdict(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private boolean isCollectedLater(Verdict verdict, long begin) {
        Duration left = patience.minusNanos(System.nanoTime() - begin);
        try {
            return verdict instanceof Verdict.Retained retained
                    && retained.retention().mayEnd()
                    && isCollectedWithin(left.compareTo(SECOND_WAIT) < 0 ? left : SECOND_WAIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isHeld(Verdict verdict, Hold hold) {
        return verdict instanceof Verdict.Retained retained
                && retained.retention().hold() == hold;
    }

    private static List<RetentionPath> paths(Verdict verdict) {
        return verdict instanceof Verdict.Retained retained
                ? retained.retention().paths()
                : List.of();
    }
}
