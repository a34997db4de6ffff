package dev.layers;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/**
 * How a directory is watched and what is done when something in it changes.
 *
 * @param mode who carries out what is to be changed
 * @param quiet how long nothing may have been written to an artifact before it is taken
 * @param poll how often the directory is looked at although the file system told nothing
 * @param asking is told what is to be changed and answers when: zero for now, else after which time it is asked again, a quiet
 *     period at the least; if it throws, that is logged and the change is made now. It is called on the thread of the watch
 * @since 0.1
 */
public record WatchPolicy(Mode mode, Duration quiet, Duration poll, Function<? super Change, Duration> asking) {
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofSeconds(2);

    /**
     * Who carries out what is to be changed.
     *
     * @since 0.1
     */
    public enum Mode {
        /** The watch, as soon as it is at rest. */
        AUTOMATIC,
        /**
         * A changed module is reloaded by the next call through any of its references or those of a module that stands on
         * it, on the thread of that call and before it; calls beside it go to the old generation meanwhile, as does that call if the reload fails. Calls from
         * inside the module reload nothing. What is new and what is gone is loaded and unloaded by the watch.
         */
        AT_NEXT_CALL,
        /** Whoever calls {@link DirectoryWatch#applyPending()}. */
        MANUAL
    }

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if a duration is less than a millisecond
     */
    public WatchPolicy {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(asking, "asking");
        requireMillisecond("quiet", quiet);
        requireMillisecond("poll", poll);
    }

    /**
     * Returns the default: {@link Mode#AUTOMATIC}, 500 ms at rest, a look every 2 s, nothing put off.
     *
     * @return the default policy
     */
    public static WatchPolicy standard() {
        return new WatchPolicy(Mode.AUTOMATIC, QUIET, POLL, change -> Duration.ZERO);
    }

    /**
     * Returns this policy with another mode.
     *
     * @param chosen who carries out what is to be changed
     * @return the changed policy
     */
    public WatchPolicy mode(Mode chosen) {
        return new WatchPolicy(chosen, quiet, poll, asking);
    }

    /**
     * Returns this policy with another quiet period.
     *
     * @param period how long nothing may have been written to an artifact before it is taken
     * @return the changed policy
     * @throws IllegalArgumentException if {@code period} is less than a millisecond
     */
    public WatchPolicy quietFor(Duration period) {
        return new WatchPolicy(mode, period, poll, asking);
    }

    /**
     * Returns this policy with another pause between looks.
     *
     * @param pause how often the directory is looked at although the file system told nothing
     * @return the changed policy
     * @throws IllegalArgumentException if {@code pause} is less than a millisecond
     */
    public WatchPolicy pollEvery(Duration pause) {
        return new WatchPolicy(mode, quiet, pause, asking);
    }

    /**
     * Returns this policy with somebody who may put changes off. Each is announced as {@link LayerEvent.Planned}, with the
     * time for which it is put off; one that is put off again for the same time is not announced again.
     *
     * @param function is told what is to be changed; answers zero for now, else after which time it is asked again
     * @return the changed policy
     */
    public WatchPolicy asking(Function<? super Change, Duration> function) {
        return new WatchPolicy(mode, quiet, poll, function);
    }

    private static void requireMillisecond(String name, Duration duration) {
        if (Objects.requireNonNull(duration, name).toMillis() < 1) {
            throw new IllegalArgumentException(
                    "Watch policy: " + name + " is " + duration + "; wanted a millisecond or more");
        }
    }
}
