package dev.layers.internal.woven;

import java.lang.ref.Cleaner;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The actions of one generation that cleaners wait to run; one that has run is gone from here. */
final class Cleanings implements Undoing {
    private final Undoings undoings;
    private final Set<Action> pending = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean recorded = new AtomicBoolean();

    Cleanings(Undoings undoings) {
        this.undoings = undoings;
    }

    Cleaner.Cleanable register(Cleaner cleaner, Object object, Runnable code) {
        Action action = new Action(code);
        pending.add(action);
        if (recorded.compareAndSet(false, true)) {
            undoings.add(this);
        }
        return action.registerWith(cleaner, object);
    }

    int size() {
        return pending.size();
    }

    @Override
    public String what() {
        return pending.size() == 1 ? "1 cleaner action" : pending.size() + " cleaner actions";
    }

    @Override
    public String attempt() {
        return "running a cleaner action";
    }

    /** Runs all, and throws what the first of those that failed threw. */
    @Override
    public Optional<String> undo() {
        recorded.set(false);
        int before = pending.size();
        RuntimeException failure = null;
        for (Action action : pending) {
            try {
                action.clean();
            } catch (RuntimeException thrown) {
                failure = failure == null ? thrown : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return before == 0
                ? Optional.empty()
                : Optional.of(before == 1 ? "1 cleaner action was run" : before + " cleaner actions were run");
    }

    @Override
    public void abandon() {
        pending.clear();
    }

    /** What a cleaner is given in place of the module's code. */
    private final class Action implements Runnable {
        private final Runnable code;
        private volatile Cleaner.@Nullable Cleanable cleanable;

        Action(Runnable code) {
            this.code = code;
        }

        Cleaner.Cleanable registerWith(Cleaner cleaner, Object object) {
            Cleaner.Cleanable registered = cleaner.register(object, this);
            cleanable = registered;
            return registered;
        }

        void clean() {
            Cleaner.Cleanable registered = cleanable;
            if (registered != null) {
                registered.clean();
            }
        }

        @Override
        public void run() {
            pending.remove(this);
            code.run();
        }
    }
}
