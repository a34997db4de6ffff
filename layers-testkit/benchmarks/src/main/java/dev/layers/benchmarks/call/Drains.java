package dev.layers.benchmarks.call;

import dev.layers.benchmarks.Calculator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The usual ways of knowing which calls are in flight, as plain as they can be. */
final class Drains {
    private Drains() {}

    /** A counter of calls. */
    static final class Counted extends DrainedCalculator {
        private final AtomicLong inFlight = new AtomicLong();

        Counted(Calculator provider) {
            super(provider);
        }

        @Override
        void enter() {
            inFlight.incrementAndGet();
        }

        @Override
        void leave() {
            inFlight.decrementAndGet();
        }

        @Override
        void awaitQuiet() {
            while (inFlight.get() != 0) {
                Thread.onSpinWait();
            }
        }
    }

    /**
     * A counter of begun and one of ended calls, each spread over several cells. Once nobody begins, reading the ended ones first can
     * not miss a call that runs.
     */
    static final class Added extends DrainedCalculator {
        private final LongAdder begun = new LongAdder();
        private final LongAdder ended = new LongAdder();

        Added(Calculator provider) {
            super(provider);
        }

        @Override
        void enter() {
            begun.increment();
        }

        @Override
        void leave() {
            ended.increment();
        }

        @Override
        void awaitQuiet() {
            while (isBusy()) {
                Thread.onSpinWait();
            }
        }

        private boolean isBusy() {
            long before = ended.sum();
            return before != begun.sum();
        }
    }

    /** A lock that calls share and the drain takes alone. */
    static final class Locked extends DrainedCalculator {
        private final ReadWriteLock lock = new ReentrantReadWriteLock();

        Locked(Calculator provider) {
            super(provider);
        }

        @Override
        void enter() {
            lock.readLock().lock();
        }

        @Override
        void leave() {
            lock.readLock().unlock();
        }

        @Override
        @SuppressWarnings("LockNotBeforeTry") // who gets it knows that no call is left; nothing is done under it
        void awaitQuiet() {
            lock.writeLock().lock();
            lock.writeLock().unlock();
        }
    }
}
