package dev.layers.internal.reference;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;
import java.util.function.BooleanSupplier;

/**
 * Says whether one generation takes calls.
 *
 * <p>While it is closed, it still takes those of some threads: a call that waits for its own module would never end, and a
 * hook may call its own module. Entries ask it by a call site, which costs nothing while it is open.
 */
public final class Gate {
    private final BooleanSupplier mayEnter;
    private final MutableCallSite site = new MutableCallSite(Answers.yes());
    private volatile boolean open = true;

    /**
     * Creates an open gate.
     *
     * @param mayEnter whether the current thread may enter the generation; asked only while the gate is closed
     */
    public Gate(BooleanSupplier mayEnter) {
        this.mayEnter = mayEnter;
    }

    /** Lets no thread in but those that may enter. */
    public void close() {
        open = false;
        answer(Answers.asking(mayEnter));
    }

    /** Lets every thread in again. */
    public void reopen() {
        open = true;
        answer(Answers.yes());
    }

    /** Returns whether a call of the current thread may begin. */
    public boolean isOpen() {
        return open || mayEnter.getAsBoolean();
    }

    /** Returns the call site that answers the same. */
    MutableCallSite site() {
        return site;
    }

    private void answer(MethodHandle answer) {
        site.setTarget(answer);
        MutableCallSite.syncAll(new MutableCallSite[] {site});
    }
}
