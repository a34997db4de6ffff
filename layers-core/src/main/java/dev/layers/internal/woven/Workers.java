package dev.layers.internal.woven;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** The threads, pools and timers that one generation made; all are held weakly, since live threads hold them. */
public final class Workers {
    private final WeakBag<Thread> threads = new WeakBag<>();
    private final WeakBag<SharedTask> tasks = new WeakBag<>();
    private final Engines engines = new Engines();

    /** Returns those of the generation that makes {@code made}; code of no generation gets some that nobody asks. */
    static Workers ofMaker(Object made) {
        Belongings belongings = Belongings.of(made.getClass());
        return belongings == null ? current() : belongings.workers();
    }

    /** Returns those of the generation whose code runs. */
    static Workers current() {
        return Belongings.current().map(Belongings::workers).orElseGet(Workers::new);
    }

    /** Returns the threads that run, virtual ones too. */
    public List<Thread> threads() {
        return threads.live().stream().filter(Thread::isAlive).distinct().toList();
    }

    /** Returns whether {@code thread} is among them, running or not. */
    @SuppressWarnings("ReferenceEquality") // threads may have their own idea of equality
    boolean hasMade(Thread thread) {
        return threads.live().stream().anyMatch(made -> made == thread);
    }

    /** Adds what has pools and timers take nothing more and drop what has not begun; what runs in them goes on. */
    public void close(Chores chores) {
        engines.each(engine -> chores.add("closing a pool or timer", engine::close));
        List<SharedTask> waiting = tasks.live();
        AtomicInteger dropped = new AtomicInteger();
        waiting.forEach(task -> chores.add("dropping an asynchronous task", () -> drop(task, dropped)));
        if (!waiting.isEmpty()) {
            chores.add("dropping asynchronous tasks", () -> dropped(dropped.get()));
        }
    }

    /** Adds what interrupts what runs in pools; returns how many tasks were, on threads that everybody shares. */
    public IntSupplier stop(Chores chores) {
        engines.each(engine -> chores.add("stopping a pool", engine::stop));
        AtomicInteger interrupted = new AtomicInteger();
        tasks.live()
                .forEach(task -> chores.add("interrupting an asynchronous task", () -> {
                    interrupted.addAndGet(task.interrupt() ? 1 : 0);
                    return Optional.empty();
                }));
        return interrupted::get;
    }

    /** Returns whether there is nothing to close. */
    public boolean isEmpty() {
        return engines.isEmpty() && tasks.size() == 0;
    }

    /** Returns how many tasks of threads that everybody shares wait or run. */
    int tasks() {
        return tasks.size();
    }

    void add(Thread thread) {
        threads.add(thread);
    }

    <T> void add(T engine, Engine<T> ending) {
        engines.add(engine, ending);
    }

    /** Forgets what the module has ended itself. */
    void remove(Object engine) {
        engines.remove(engine);
    }

    /** Returns {@code code} as a task for threads that everybody shares, which can be dropped. */
    SharedTask task(Runnable code) {
        SharedTask task = new SharedTask(code);
        task.whenOver(tasks, tasks.add(task));
        return task;
    }

    /** Who waits for a task is told, which may be code of the module: it is dropped before that. */
    private static Optional<String> drop(SharedTask task, AtomicInteger dropped) {
        dropped.incrementAndGet();
        if (!task.drop()) {
            dropped.decrementAndGet();
        }
        return Optional.empty();
    }

    private static Optional<String> dropped(int dropped) {
        return dropped == 0
                ? Optional.empty()
                : Optional.of(dropped + (dropped == 1 ? " asynchronous task was" : " asynchronous tasks were")
                        + " dropped before " + (dropped == 1 ? "it" : "they") + " began");
    }
}
