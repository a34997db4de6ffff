package dev.layers.internal.woven;

import dev.layers.internal.failure.ModuleFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** What one generation registered with the JVM, in the order it did. */
public final class Undoings {
    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentSkipListMap<Long, Undoing> pending = new ConcurrentSkipListMap<>();
    private final Collection<String> undone = new CopyOnWriteArrayList<>();
    private final Collection<String> failures = new CopyOnWriteArrayList<>();
    /** Guarded by this. */
    private boolean shut;

    /** Adds one; the returned code forgets it again, for what ended by itself. */
    public Runnable add(Undoing undoing) {
        Long number = numbers.incrementAndGet();
        pending.put(number, undoing);
        return () -> pending.remove(number);
    }

    /** Adds one unless these are shut; returns whether it was added. */
    public synchronized boolean offer(Undoing undoing) {
        if (!shut) {
            add(undoing);
        }
        return !shut;
    }

    /** Takes no more offers; returns how many there are to undo. */
    public synchronized int shut() {
        shut = true;
        return pending.size();
    }

    /** Forgets {@code those}, which have ended by themselves. */
    void forget(Predicate<Undoing> those) {
        pending.values().removeIf(those);
    }

    /** Returns those of one kind. */
    <U extends Undoing> List<U> all(Class<U> kind) {
        return pending.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /**
     * Undoes everything, last registered first; runs module code. What another thread undoes just now is left to it.
     *
     * <p>Code that was waiting when it was interrupted is the last: who interrupts has the rest undone elsewhere.
     */
    public void undoAll() {
        Map.Entry<Long, Undoing> next = pending.pollLastEntry();
        while (next != null && isEnded(next.getValue())) {
            next = pending.pollLastEntry();
        }
    }

    /** Leaves what was not undone to {@code others}, which undo it first. */
    public void handTo(Undoings others) {
        Map.Entry<Long, Undoing> next = pending.pollFirstEntry();
        while (next != null) {
            others.add(next.getValue());
            next = pending.pollFirstEntry();
        }
    }

    /** Returns whether there is nothing to undo. */
    public boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Lets go of what was not undone, and returns what that is. */
    public List<String> abandon() {
        List<String> left = pending.values().stream().map(Undoing::what).toList();
        pending.values().forEach(Undoing::abandon);
        pending.clear();
        return left;
    }

    /** Returns what was undone so far, a sentence each. */
    public List<String> undone() {
        return List.copyOf(undone);
    }

    /** Returns what failed so far, or stays, a sentence each. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    private boolean isEnded(Undoing undoing) {
        try {
            undoing.undo().ifPresent(undone::add);
        } catch (Irreversible stays) {
            failures.add(String.valueOf(stays.getMessage()));
        } catch (InterruptedException late) {
            failures.add(failed(undoing, late));
            return false;
        } catch (Throwable thrown) {
            failures.add(failed(undoing, thrown));
        }
        return true;
    }

    private static String failed(Undoing undoing, Throwable thrown) {
        return undoing.attempt() + " failed: " + ModuleFailure.copyOf(thrown).rootText();
    }
}
