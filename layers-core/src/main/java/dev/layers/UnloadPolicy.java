package dev.layers;

import java.time.Duration;
import java.util.Objects;

/**
 * How long the steps of an unload may wait, and what happens to calls, hooks and threads that do not end. Under {@link
 * RunningCalls#INTERRUPT} calls are waited for twice, since those on platform threads are interrupted in between.
 *
 * @param drain the longest wait for calls to end
 * @param runningCalls what happens to calls that run even then
 * @param hooks the longest time for all hooks of a generation together; as long again for what it registered, and for
 *     its start, and for undoing what it left with the JVM
 * @param overdueHooks what happens when that time is over
 * @param threads the longest wait for threads to end
 * @param runningThreads what happens to threads that do not end by themselves
 * @since 0.1
 */
public record UnloadPolicy(
        Duration drain,
        RunningCalls runningCalls,
        Duration hooks,
        OverdueHooks overdueHooks,
        Duration threads,
        RunningThreads runningThreads) {
    private static final Duration CENTURY = Duration.ofDays(36_500);
    private static final UnloadPolicy DEFAULT = new UnloadPolicy(
            Duration.ofSeconds(5),
            RunningCalls.REOPEN,
            Duration.ofSeconds(10),
            OverdueHooks.GO_ON,
            Duration.ofSeconds(5),
            RunningThreads.INTERRUPT);

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if a duration is negative
     */
    public UnloadPolicy {
        requireNotNegative("drain", drain);
        Objects.requireNonNull(runningCalls, "runningCalls");
        requireNotNegative("hooks", hooks);
        Objects.requireNonNull(overdueHooks, "overdueHooks");
        requireNotNegative("threads", threads);
        Objects.requireNonNull(runningThreads, "runningThreads");
    }

    /**
     * Returns the default: 5 s to drain, then {@link RunningCalls#REOPEN}; 10 s for hooks, then {@link OverdueHooks#GO_ON}; 5 s
     * for threads, with {@link RunningThreads#INTERRUPT}.
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
        return new UnloadPolicy(limit, runningCalls, hooks, overdueHooks, threads, runningThreads);
    }

    /**
     * Returns this policy with another treatment of running calls.
     *
     * @param treatment what happens to calls that do not end in time
     * @return the changed policy
     */
    public UnloadPolicy onRunningCalls(RunningCalls treatment) {
        return new UnloadPolicy(drain, treatment, hooks, overdueHooks, threads, runningThreads);
    }

    /**
     * Returns this policy with another time for hooks.
     *
     * @param limit the longest time for all hooks together, and for all that was registered
     * @return the changed policy
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    public UnloadPolicy hooksFor(Duration limit) {
        return new UnloadPolicy(drain, runningCalls, limit, overdueHooks, threads, runningThreads);
    }

    /**
     * Returns this policy with another time for threads.
     *
     * @param limit the longest wait for threads to end
     * @return the changed policy
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    public UnloadPolicy threadsFor(Duration limit) {
        return new UnloadPolicy(drain, runningCalls, hooks, overdueHooks, limit, runningThreads);
    }

    /**
     * Returns this policy with another treatment of hooks that do not end in time.
     *
     * @param treatment what becomes of the unload
     * @return the changed policy
     */
    public UnloadPolicy onOverdueHooks(OverdueHooks treatment) {
        return new UnloadPolicy(drain, runningCalls, hooks, treatment, threads, runningThreads);
    }

    /**
     * Returns this policy with another treatment of threads.
     *
     * @param treatment what happens to threads that do not end by themselves
     * @return the changed policy
     */
    public UnloadPolicy onRunningThreads(RunningThreads treatment) {
        return new UnloadPolicy(drain, runningCalls, hooks, overdueHooks, threads, treatment);
    }

    /** Returns the longest that an operation on a module may keep another one waiting. */
    Duration total() {
        return twice(bounded(drain)).plus(twice(twice(bounded(hooks)))).plus(bounded(threads));
    }

    /** A product of durations is calculated with decimals of any size, a sum is not. */
    private static Duration twice(Duration limit) {
        return limit.plus(limit);
    }

    /** A century is as good as for ever, and its multiples do not overflow. */
    private static Duration bounded(Duration limit) {
        return limit.compareTo(CENTURY) > 0 ? CENTURY : limit;
    }

    private static void requireNotNegative(String name, Duration limit) {
        if (Objects.requireNonNull(limit, name).isNegative()) {
            throw new IllegalArgumentException("Unload policy: " + name + " is " + limit + "; wanted zero or more");
        }
    }
}
