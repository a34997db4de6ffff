package dev.layers.retention;

import java.util.List;
import java.util.Objects;

/**
 * One way from a root of the collector to what was dropped.
 *
 * @param root where it starts, such as {@code static field acme.Host.listeners} or {@code thread 'http-1'}
 * @param steps the objects on the way from the root on, a line each; the last one is what was dropped
 * @param cause what it is, in a sentence without a dot
 * @param advice what to do about it, in a sentence without a dot
 * @param lasting whether it ends by itself
 * @since 0.1
 */
public record RetentionPath(String root, List<String> steps, String cause, String advice, Lasting lasting) {
    /** Checks the components. */
    public RetentionPath {
        Objects.requireNonNull(root, "root");
        steps = List.copyOf(steps);
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(lasting, "lasting");
    }

    /**
     * Creates a path that stays.
     *
     * @param root where it starts
     * @param steps the objects on the way, a line each
     * @param cause what it is
     * @param advice what to do about it
     */
    public RetentionPath(String root, List<String> steps, String cause, String advice) {
        this(root, steps, cause, advice, Lasting.STAYS);
    }
}
