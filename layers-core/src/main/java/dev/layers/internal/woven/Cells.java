package dev.layers.internal.woven;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The values that one generation has put into thread-locals, on whatever threads; they are held weakly. */
public final class Cells {
    private final ReferenceQueue<Cell> gone = new ReferenceQueue<>();
    private final Set<Reference<? extends Cell>> cells = ConcurrentHashMap.newKeySet();

    void add(Cell cell) {
        forgetCollected();
        cells.add(new WeakReference<>(cell, gone));
    }

    /**
     * Empties every cell; threads that still run may fill new ones, so this may be asked again.
     *
     * @return what was done, if a live thread held an object of the module
     */
    public List<String> clear() {
        Set<Thread> threads = new HashSet<>();
        int values = 0;
        for (Reference<? extends Cell> reference : cells) {
            Cell cell = reference.get();
            Thread holder = cell == null ? null : cell.holder();
            if (holder != null) {
                threads.add(holder);
                values++;
            }
            if (cell != null) {
                cell.empty();
            }
        }
        forgetCollected();
        return values == 0 ? List.of() : List.of(text(values, threads.size()));
    }

    /** Returns how many there are, or were a moment ago. */
    int size() {
        forgetCollected();
        return cells.size();
    }

    private void forgetCollected() {
        for (Reference<? extends Cell> next = gone.poll(); next != null; next = gone.poll()) {
            cells.remove(next);
        }
    }

    private static String text(int values, int threads) {
        return "thread-locals: " + (values == 1 ? "1 value" : values + " values") + " on "
                + (threads == 1 ? "1 thread" : threads + " threads") + (values == 1 ? " was" : " were") + " cleared";
    }
}
