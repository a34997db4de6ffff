package dev.layers.testkit;

import dev.layers.ExplanationPolicy;
import dev.layers.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A check that what a body creates and drops is collected, whoever made it: a class loader, a layer, or any object. The
 * body runs on a thread of its own that has ended before anything is asked, so no frame of it holds what it dropped.
 *
 * <p>A check is immutable; each method returns another one with one thing changed.
 *
 * {@snippet class="dev.layers.testkit.UnloadCheckIT" region="check"}
 *
 * @since 0.1
 */
public final class UnloadCheck {
    private static final Duration BODY_LIMIT = Duration.ofMinutes(1);
    private static final Duration THREAD_LIMIT = Duration.ofSeconds(5);

    private final Inquiry inquiry;
    private final Duration bodyLimit;
    private final int repetitions;

    private UnloadCheck(Inquiry inquiry, Duration bodyLimit, int repetitions) {
        this.inquiry = inquiry;
        this.bodyLimit = bodyLimit;
        this.repetitions = repetitions;
    }

    /**
     * Returns the check that runs the body once, for a minute at the most, requests collections for ten seconds at the
     * most, and reads a heap dump to tell what holds what was retained.
     *
     * @return the check that {@link LayersAssertions#assertUnloads(UnloadBody)} makes
     */
    public static UnloadCheck standard() {
        return new UnloadCheck(Inquiry.standard(), BODY_LIMIT, 1);
    }

    /**
     * Sets how often the body runs. What it drops must be collected each time, and threads must not grow: at the end there may be
     * fewer new ones, since the first time, than there were repetitions.
     *
     * @param times one or more
     * @return the changed check
     * @throws IllegalArgumentException if {@code times} is less than one
     */
    public UnloadCheck repeat(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("Unload check: repeat is " + times + "; wanted one or more");
        }
        return new UnloadCheck(inquiry, bodyLimit, times);
    }

    /**
     * Sets how long the body may run each time; then it is interrupted and the check fails.
     *
     * @param limit the longest time
     * @return the changed check
     */
    public UnloadCheck bodyWithin(Duration limit) {
        return new UnloadCheck(inquiry, Objects.requireNonNull(limit, "limit"), repetitions);
    }

    /**
     * Sets how long collections are requested each time; below two seconds nothing is ever called retained.
     *
     * @param limit the longest time
     * @return the changed check
     */
    public UnloadCheck waitingFor(Duration limit) {
        return new UnloadCheck(inquiry.within(Objects.requireNonNull(limit, "limit")), bodyLimit, repetitions);
    }

    /**
     * Makes no heap dump: it is told that something is retained, not what holds it.
     *
     * @return the changed check
     */
    public UnloadCheck withoutHeapDump() {
        return explaining(ExplanationPolicy.none());
    }

    /**
     * Sets whether and how it is looked up what holds what was retained.
     *
     * @param policy the policy, {@link ExplanationPolicy#heapDump()} if not given
     * @return the changed check
     */
    public UnloadCheck explaining(ExplanationPolicy policy) {
        return new UnloadCheck(inquiry.explaining(Objects.requireNonNull(policy, "policy")), bodyLimit, repetitions);
    }

    /**
     * Runs the check.
     *
     * @param <E> what the body may throw
     * @param body creates something, uses it, drops it and returns it
     * @throws E if the body throws it; it reaches the caller as it is, and nothing is checked
     * @throws AssertionError if something that the body dropped is not collected, not known to be, if the body does not
     *     end, or if threads grow
     * @throws IllegalArgumentException if the body returns nothing that could be collected
     */
    public <E extends Throwable> void verify(UnloadBody<E> body) throws E {
        BodyThreads threads = new BodyThreads();
        int before = 0;
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            judge(threads.run(body, bodyLimit), repetition);
            before = repetition == 1 ? threads.started().size() : before;
        }
        if (repetitions > 1) {
            requireNoGrowth(threads, before);
        }
    }

    private void judge(Remains remains, int repetition) {
        Verdict verdict = verdict(remains);
        if (!(verdict instanceof Verdict.Collected)) {
            List<String> lines = Stream.of(
                            Stream.of(verdict.toString()),
                            remains.present().stream().map(name -> "  still there: " + name),
                            VerdictLines.retention(verdict))
                    .flatMap(part -> part)
                    .toList();
            throw new AssertionError("Expected all that the body dropped" + numbered(repetition)
                    + " to be COLLECTED but was:" + System.lineSeparator() + "  " + VerdictLines.joined(lines));
        }
    }

    private Verdict verdict(Remains remains) {
        try {
            return inquiry.verdict(remains.traces());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Unload check: the wait for the verdict was interrupted", interrupted);
        }
    }

    private void requireNoGrowth(BodyThreads threads, int before) {
        List<Thread> left = left(threads, before + repetitions - 1);
        if (left.size() - before >= repetitions - 1) {
            List<String> lines = left.stream()
                    .map(thread -> "thread '" + thread.getName() + "' (" + thread.getState() + ")")
                    .sorted()
                    .toList();
            throw new AssertionError(
                    "Expected " + repetitions + " repetitions to leave no more threads than one but found "
                            + left.size() + " where the first left " + before + ":" + System.lineSeparator() + "  "
                            + VerdictLines.joined(lines));
        }
    }

    private static List<Thread> left(BodyThreads threads, int enough) {
        try {
            return threads.awaitFewer(enough, THREAD_LIMIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Unload check: the wait for threads was interrupted", interrupted);
        }
    }

    private String numbered(int repetition) {
        return repetitions == 1 ? "" : " in repetition " + repetition + " of " + repetitions;
    }
}
