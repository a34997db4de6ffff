package dev.layers;

import dev.layers.internal.failure.ModuleFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What a generation registered to be closed at unload. */
final class Ledger {
    private final String owner;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    /** Guarded by this, like the flag. */
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    private boolean closed;

    Ledger(String owner) {
        this.owner = owner;
    }

    synchronized void add(AutoCloseable resource) {
        if (closed) {
            throw new IllegalStateException("Module '" + owner + "' is unloaded; close the resource yourself");
        }
        resources.push(resource);
    }

    /** Takes no more; returns how many there are to close. */
    synchronized int shut() {
        closed = true;
        return resources.size();
    }

    /** Closes everything, last registered first; runs module code. */
    void closeAll() {
        AutoCloseable next = next();
        while (next != null) {
            close(next);
            next = next();
        }
    }

    /** Returns what failed so far, a sentence each. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private synchronized @Nullable AutoCloseable next() {
        return resources.poll();
    }

    private void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Throwable thrown) {
            failures.add("closing '" + resource.getClass().getName() + "' failed: "
                    + ModuleFailure.copyOf(thrown).rootText());
        }
    }
}
