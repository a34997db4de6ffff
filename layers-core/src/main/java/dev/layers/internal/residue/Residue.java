package dev.layers.internal.residue;

import dev.layers.internal.failure.ModuleFailure;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What searches found: what was undone and what could not be, a sentence each. */
public final class Residue {
    // a search that did not end in time may still add
    private final Collection<String> undone = new CopyOnWriteArrayList<>();
    private final Collection<String> left = new CopyOnWriteArrayList<>();

    /** Adds what was undone: {@code JDBC driver 'acme.Driver' was deregistered}. */
    void undone(String sentence) {
        undone.add(sentence);
    }

    /** Adds what stays. */
    void left(String sentence) {
        left.add(sentence);
    }

    /**
     * Undoes one thing, which may run code of the module.
     *
     * @param what the thing: {@code MBean 'acme:type=X'}
     * @param done what is done to it: {@code unregistered}
     */
    void undo(String what, String done, Action action) {
        try {
            action.run();
            undone(what + " was " + done);
        } catch (Throwable thrown) {
            failed(what, done, thrown);
        }
    }

    /** Adds what could not be undone. */
    void failed(String what, String done, Throwable thrown) {
        left(what + " was not " + done + ": " + ModuleFailure.copyOf(thrown).rootText());
    }

    /** How one thing is undone. */
    interface Action {
        /** Undoes it. */
        void run() throws Exception;
    }

    /** Returns what was undone. */
    public List<String> undone() {
        return List.copyOf(undone);
    }

    /** Returns what stays. */
    public List<String> left() {
        return List.copyOf(left);
    }
}
