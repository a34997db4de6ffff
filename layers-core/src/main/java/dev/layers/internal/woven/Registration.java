package dev.layers.internal.woven;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * What was given to something of the JVM or of the host that keeps it.
 *
 * @param key who keeps what; equal for the call that takes it back
 * @param what what it is called in messages
 * @param done what it is once it is taken back: {@code was removed}
 * @param removal takes it back; false if there was nothing left to take
 */
record Registration(Object key, String what, String done, Callable<Boolean> removal) implements Undoing {
    /** Remembers one of the generation that is running. */
    static void add(Object key, String what, Callable<Boolean> removal) {
        add(new Registration(key, what, "was removed", removal));
    }

    static void add(Registration registration) {
        Belongings.current().ifPresent(owner -> owner.undoings().add(registration));
    }

    /** Forgets those that the generation that is running took back itself. */
    static void forget(Predicate<Object> keys) {
        Belongings.current()
                .ifPresent(owner -> owner.undoings()
                        .forget(undoing -> undoing instanceof Registration other && keys.test(other.key)));
    }

    @Override
    public String attempt() {
        return "removing " + what;
    }

    @Override
    public Optional<String> undo() throws Exception {
        return removal.call() ? Optional.of(what + " " + done) : Optional.empty();
    }
}
