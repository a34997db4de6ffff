package dev.layers.internal.woven;

import dev.layers.internal.failure.ModuleFailure;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Work that may run module code, piece by piece; where one does not end, another thread can go on with the next. */
public final class Chores {
    private final Queue<Chore> left = new ConcurrentLinkedQueue<>();
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private record Chore(String name, Supplier<Optional<String>> work) {}

    /** Adds a piece that returns what it did, a sentence. */
    public void add(String name, Supplier<Optional<String>> work) {
        left.add(new Chore(name, work));
    }

    /** Runs what nobody has begun; what one piece throws keeps no other from being run. */
    public void run() {
        Chore next = left.poll();
        while (next != null) {
            run(next);
            next = left.poll();
        }
    }

    /** Returns how many pieces nobody has begun. */
    public int left() {
        return left.size();
    }

    /** Returns what was done, a sentence each. */
    public List<String> done() {
        return List.copyOf(done);
    }

    /** Returns what failed, a sentence each. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    private void run(Chore chore) {
        try {
            chore.work.get().ifPresent(done::add);
        } catch (Throwable thrown) {
            failures.add(chore.name + " failed: " + ModuleFailure.copyOf(thrown).rootText());
        }
    }
}
