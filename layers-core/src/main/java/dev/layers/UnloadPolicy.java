package dev.layers;

import java.time.Duration;
import java.util.Objects;

/**
 * How long the steps of an unload may wait, and what happens to calls that do not end. Under {@link
 * RunningCalls#INTERRUPT} calls are waited for twice, since those on platform threads are interrupted in between.
 *
 * @param drain the longest wait for calls to end
 * @param runningCalls what happens to calls that run even then
 * @param hooks the longest time for all hooks of a generation together; as long again for what it registered, and for
 *     its start
 * @param threads the longest wait for threads to end
 * @since 0.1
 */
public record UnloadPolicy(Duration drain, RunningCalls runningCalls, Duration hooks, Duration threads) {
    private static final UnloadPolicy DEFAULT =
            new UnloadPolicy(Duration.ofSeconds(5), RunningCalls.REOPEN, Duration.ofSeconds(10), Duration.ofSeconds(5));

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if a duration is negative
     */
    public UnloadPolicy {
        requireNotNegative("drain", drain);
        Objects.requireNonNull(runningCalls, "runningCalls");
        requireNotNegative("hooks", hooks);
        requireNotNegative("threads", threads);
    }

    /**
     * Returns the default: 5 s to drain, then {@link RunningCalls#REOPEN}; 10 s for hooks; 5 s for threads.
     *
     * @return the default policy
     */
    public static UnloadPolicy standard() {
        return DEFAULT;
    }

    /**
     * Returns this policy with another time to drain.
     *
     * @param limit the longest wait for calls to end
     * @return the changed policy
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    public UnloadPolicy drainFor(Duration limit) {
        return new UnloadPolicy(limit, runningCalls, hooks, threads);
    }

    /**
     * Returns this policy with another treatment of running calls.
     *
     * @param treatment what happens to calls that do not end in time
     * @return the changed policy
     */
    public UnloadPolicy onRunningCalls(RunningCalls treatment) {
        return new UnloadPolicy(drain, treatment, hooks, threads);
    }

    /**
     * Returns this policy with another time for hooks.
     *
     * @param limit the longest time for all hooks together, and for all that was registered
     * @return the changed policy
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    public UnloadPolicy hooksFor(Duration limit) {
        return new UnloadPolicy(drain, runningCalls, limit, threads);
    }

    /**
     * Returns this policy with another time for threads.
     *
     * @param limit the longest wait for threads to end
     * @return the changed policy
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    public UnloadPolicy threadsFor(Duration limit) {
        return new UnloadPolicy(drain, runningCalls, hooks, limit);
    }

    /** Returns the longest that an operation on a module may keep another one waiting. */
    Duration total() {
        return bounded(drain)
                .multipliedBy(2)
                .plus(bounded(hooks).multipliedBy(3))
                .plus(bounded(threads));
    }

    /** A century is as good as for ever, and its multiples do not overflow. */
    private static Duration bounded(Duration limit) {
        Duration century = Duration.ofDays(36_500);
        return limit.compareTo(century) > 0 ? century : limit;
    }

    private static void requireNotNegative(String name, Duration limit) {
        if (Objects.requireNonNull(limit, name).isNegative()) {
            throw new IllegalArgumentException("Unload policy: " + name + " is " + limit + "; wanted zero or more");
        }
    }
}
