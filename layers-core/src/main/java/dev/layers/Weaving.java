package dev.layers;

/**
 * Whether the classes of a module are rewritten while they are loaded, so that what they leave with the JVM is known and
 * can be undone: thread-locals, threads, pools, timers, shutdown hooks, cleaners, defaults. Line numbers, and what a
 * debugger shows, stay as they are; the artifact is never changed, and its signatures are verified before.
 *
 * @since 0.1
 */
public enum Weaving {
    /** Classes that name what leaves something behind are rewritten. */
    WOVEN,
    /** Every class is defined as it is written; what it leaves with the JVM is found only where public API shows it. */
    AS_WRITTEN
}
