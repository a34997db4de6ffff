package dev.layers.internal.collect;

import dev.layers.internal.time.Deadline;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches what was dropped, any number at once, on one daemon thread that lives while there is something to watch.
 *
 * <p>It never opens a weak reference: asking {@code refersTo(null)} keeps nothing alive.
 */
public final class Probe implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

    private final Expectations expectations = new Expectations();
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private final String name;
    private final String closing;
    private final Runnable forgetting;
    private final Tellers tellers;
    /** Guarded by this, like the three below. */
    private final List<Watch> added = new ArrayList<>();

    private @Nullable Thread thread;
    /** Whether the thread will look soon for what was added, without being told. */
    private boolean attentive;

    private boolean closed;
    /** Of its thread, and outlives it: the next one, which begins after the end of this one, rests as well. */
    private Deadline rest = Deadline.in(Duration.ZERO);

    /**
     * Creates a probe.
     *
     * @param name what its thread bears
     * @param closing why nothing can be said of what is still watched when it is closed
     */
    public Probe(String name, String closing) {
        this(name, closing, () -> {});
    }

    /**
     * Creates a probe that has the JVM forget what it keeps for itself: before a collection is requested, before what was
     * dropped is compared with what the next one takes, and at its end.
     *
     * @param name what its thread bears
     * @param closing why nothing can be said of what is still watched when it is closed
     * @param forgetting how the JVM is made to forget
     */
    public Probe(String name, String closing, Runnable forgetting) {
        this.name = name;
        this.closing = closing;
        this.forgetting = forgetting;
        this.tellers = new Tellers(name + " verdicts");
    }

    /**
     * Watches until something can be said.
     *
     * @param traces references, weak or phantom, to what was dropped before this call
     * @return what was found; completed on a thread that may be kept waiting
     */
    public CompletableFuture<Sighting> watch(List<? extends Reference<?>> traces, Terms terms) {
        return begin(new Watch(traces, terms, false)).sighting();
    }

    /** Watches until something can be said, and then, without a request, until it is collected. */
    public Watch follow(List<? extends Reference<?>> traces, Terms terms) {
        return begin(new Watch(traces, terms, true));
    }

    /**
     * Does {@code work}, at whose end something will be watched: a request for a collection waits for it, for a second at
     * the most, and so serves that too.
     */
    public <T> T expecting(Supplier<T> work) {
        return expectations.during(work);
    }

    /**
     * Ends all watching; what is still watched is found unconfirmed, later than this returns if the thread is within a
     * collection that takes long, or whoever is told takes his time.
     */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
        }
        wake();
        Deadline deadline = Deadline.in(CLOSING);
        if (running != null) {
            deadline.join(running);
        }
        tellers.end(deadline);
    }

    private Watch begin(Watch watch) {
        if (!add(watch)) {
            // nobody depends on it yet
            watch.tell(watch.givenUp(closing), Runnable::run);
        }
        return watch;
    }

    private synchronized boolean add(Watch watch) {
        if (closed) {
            return false;
        }
        added.add(watch);
        if (thread == null) {
            begin();
        } else if (!attentive || watch.isUrgent()) {
            attentive = true;
            wake();
        }
        return true;
    }

    /** Whatever happens to this thread, what it watched is settled, and what comes later gets another one. */
    private void run() {
        Pass pass = new Pass();
        try {
            while (takeAdded(pass.flock)) {
                pass.make();
            }
            forget();
            pass.giveUp(closing);
        } catch (RuntimeException | Error failed) {
            pass.giveUp("watching failed: " + failed);
        } finally {
            end();
        }
    }

    /** What the JVM would not forget goes later, or is told as held; no verdict may depend on how that ends. */
    private void forget() {
        try {
            forgetting.run();
        } catch (RuntimeException | LinkageError unable) {
            // said by whoever makes it forget
        }
    }

    private synchronized void end() {
        thread = null;
        if (!added.isEmpty()) {
            begin();
        }
    }

    private synchronized void begin() {
        attentive = true;
        thread = daemon(this::run, name);
        thread.start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** Returns false when there is nothing to watch, or nothing more shall be watched; then this thread ends. */
    private synchronized boolean takeAdded(Flock flock) {
        flock.add(added);
        added.clear();
        return !flock.isEmpty() && !closed;
    }

    /** Who adds something from now on, if nothing was added before, has to wake this thread. */
    private synchronized boolean isNothingAdded() {
        attentive = !added.isEmpty();
        return !attentive;
    }

    private synchronized boolean isOpen() {
        return !closed;
    }

    private void wake() {
        new News(this).enqueue();
    }

    /**
     * What the thread does over and over: ask for a collection where wanted, look, wait for something to happen.
     *
     * <p>All that is watched is looked at once for each collection, and not whenever something is added: there may be many.
     */
    private final class Pass {
        private final Flock flock = new Flock(queue);
        private Duration pause = FIRST_PAUSE;
        private int fruitless;

        void make() {
            if (flock.isRequesting() && !gather()) {
                return;
            }
            if (flock.isAnyAlone()) {
                forget();
            }
            boolean changed = flock.accompany();
            if (flock.isRequesting()) {
                forget();
                request();
            }
            if (flock.isDue() || changed || flock.isRequesting()) {
                flock.look(this::isOver);
            }
            if (!flock.isEmpty()) {
                sleep();
            }
        }

        /** Lets what is dropped in a row share collections, which rest for as long as they took; returns whether any is watched. */
        private boolean gather() {
            Deadline end = rest;
            while (isOpen() && !end.isPast()) {
                end = end.within(flock.due().remaining().dividedBy(2));
                arrival(end);
                takeAdded(flock);
            }
            expectations.await(Deadline.in(LONGEST_DELAY));
            return takeAdded(flock);
        }

        /** A way that collected nothing makes room for a more insistent one; one that did is kept. */
        private void request() {
            Deadline begun = Deadline.in(LONGEST_PAUSE);
            Requests.after(fruitless).make();
            boolean fruitful = flock.isAnyCanaryGone();
            rest = Deadline.in(fruitful ? shorter(begun.elapsed(), LONGEST_PAUSE) : Duration.ZERO);
            fruitless = fruitful ? fruitless : fruitless + 1;
            pause = fruitful ? shorter(pause.multipliedBy(4), LONGEST_PAUSE) : FIRST_PAUSE;
        }

        void giveUp(String reason) {
            flock.look(watch -> {
                watch.tell(watch.givenUp(reason), tellers);
                return true;
            });
        }

        /** Whoever depends on what is told must not hold up the others, so it is told on another thread. */
        private boolean isOver(Watch watch) {
            watch.look().ifPresent(found -> watch.tell(found, tellers));
            return watch.isOver();
        }

        private void sleep() {
            if (flock.isRequesting()) {
                await(flock.due().within(pause));
            } else if (flock.isAnyAlone() || isNothingAdded()) {
                await(flock.due());
            }
        }

        /** Between requests only news ends the pause; without requests every canary that went is a reason to look. */
        private void await(Deadline end) {
            boolean news = false;
            while (!news && !end.isPast()) {
                Reference<?> arrived = arrival(end);
                news = arrived instanceof News || (arrived != null && !flock.isRequesting());
            }
        }

        /** Returns the next of the queue, or nothing at the deadline. */
        private @Nullable Reference<?> arrival(Deadline end) {
            try {
                return queue.remove(Math.max(1, end.remaining().toMillis()));
            } catch (InterruptedException stray) {
                return new News(Probe.this);
            }
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }

    /** Tells the thread that there is something new. */
    private static final class News extends WeakReference<Object> {
        News(Probe probe) {
            super(probe, probe.queue);
        }
    }
}
