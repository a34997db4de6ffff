package dev.layers.internal.woven;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The pools, timers and servers that one generation made, each with how it ends. */
final class Engines {
    private final AtomicLong numbers = new AtomicLong();
    /** In the order of making: what ends one may end those made of it. */
    private final Map<Long, Entry<?>> entries = new ConcurrentSkipListMap<>();

    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    /** One of them, held weakly. */
    static final class Entry<T> extends WeakReference<T> {
        private final long number;
        private final Engine<T> ending;

        private Entry(long number, T engine, Engine<T> ending, ReferenceQueue<Object> gone) {
            super(engine, gone);
            this.number = number;
            this.ending = ending;
        }

        Optional<String> close() {
            T engine = get();
            return engine == null ? Optional.empty() : ending.close(engine);
        }

        Optional<String> stop() {
            T engine = get();
            return engine == null ? Optional.empty() : ending.stop(engine);
        }
    }

    <T> void add(T engine, Engine<T> ending) {
        purge();
        Entry<T> entry = new Entry<>(numbers.getAndIncrement(), engine, ending, gone);
        entries.put(entry.number, entry);
    }

    /** Forgets one that the module has ended itself. */
    @SuppressWarnings("unchecked") // the answer is no for another type
    void remove(Object engine) {
        entries.values().removeIf(entry -> ((Reference<Object>) entry).refersTo(engine));
    }

    boolean isEmpty() {
        purge();
        return entries.isEmpty();
    }

    void each(Consumer<Entry<?>> action) {
        entries.values().forEach(action);
    }

    private void purge() {
        Reference<?> next = gone.poll();
        while (next != null) {
            entries.remove(((Entry<?>) next).number);
            next = gone.poll();
        }
    }
}
