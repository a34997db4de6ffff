package dev.layers.guarantees;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Threads that call without a pause, and keep what they were answered and what failed. */
final class Traffic implements AutoCloseable {
    private final List<Thread> callers = new ArrayList<>();
    private final List<AtomicLong> answered = new ArrayList<>();
    private final Set<String> answers = new ConcurrentSkipListSet<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /** Begins with a thread for each of {@code calls}. */
    static Traffic of(List<Supplier<String>> calls) {
        Traffic traffic = new Traffic();
        calls.forEach(traffic::begin);
        return traffic;
    }

    private void begin(Supplier<String> call) {
        AtomicLong count = new AtomicLong();
        Thread caller = new Thread(() -> run(call, count), "caller " + callers.size());
        answered.add(count);
        callers.add(caller);
        caller.start();
    }

    private void run(Supplier<String> call, AtomicLong count) {
        while (!over) {
            try {
                answers.add(call.get());
            } catch (RuntimeException | Error failed) {
                failures.add(failed);
            }
            count.incrementAndGet();
        }
    }

    /** Waits until every thread has been answered anew, and more than once: one answer may be on its way. */
    void flow() throws Exception {
        for (AtomicLong count : answered) {
            long before = count.get();
            Patience.until("calls go on", () -> count.get() > before + 2);
        }
    }

    /** Returns the different answers since the last time. */
    Set<String> answers() {
        Set<String> seen = new TreeSet<>(answers);
        answers.removeAll(seen);
        return seen;
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        over = true;
        try {
            for (Thread caller : callers) {
                Patience.untilEnded(caller);
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("The callers were not waited for", stopped);
        }
    }
}
