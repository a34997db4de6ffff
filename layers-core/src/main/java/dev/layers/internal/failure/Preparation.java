package dev.layers.internal.failure;

import dev.layers.internal.time.Deadline;
import java.time.Duration;

/**
 * Makes what is returned where nothing can be copied, and has all classes initialized that copies need: one whose
 * initializer runs out of stack is lost to the VM.
 *
 * <p>The first serial forms of a JVM take longer than a whole bare layer: a thread of its own makes them, beside whoever goes
 * on to load a module.
 */
final class Preparation implements Runnable {
    /** Takes milliseconds; terms that do not answer must not keep whoever waits. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Terms terms;
    private final Thread thread;
    private volatile Throwable withoutStack = new StackOverflowError();
    private volatile Throwable withoutMemory = new OutOfMemoryError();
    private volatile boolean awaited;

    private Preparation(Terms terms, long depth) {
        this.terms = terms;
        this.thread = new Thread(null, this, "layers-copy", depth, false);
    }

    /** Begins on a thread with a stack of {@code depth} bytes. */
    static Preparation begin(Terms terms, long depth) {
        Preparation preparation = new Preparation(terms, depth);
        preparation.thread.setDaemon(true);
        preparation.thread.setContextClassLoader(null);
        preparation.thread.start();
        return preparation;
    }

    /** Waits for its end, once: terms that do not answer the first time are not waited for again. */
    void await() {
        if (!awaited) {
            Deadline.in(LONGEST).join(thread);
            awaited = true;
        }
    }

    /** Returns what is returned where there is no stack left. */
    Throwable withoutStack() {
        return withoutStack;
    }

    /** Returns what is returned where there is no memory left. */
    Throwable withoutMemory() {
        return withoutMemory;
    }

    @Override
    public void run() {
        withoutStack = Unchangeable.of(new StackOverflowError());
        withoutMemory = Unchangeable.of(new OutOfMemoryError());
        // fails as it would when something is to be copied, and has nobody to tell here
        new ThrownCopies.Aside(terms, new StackOverflowError()).run();
    }
}
