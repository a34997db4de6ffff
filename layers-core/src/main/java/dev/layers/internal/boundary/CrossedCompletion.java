package dev.layers.internal.boundary;

import java.util.concurrent.CompletionException;

/**
 * Says that a stage of the other side failed.
 *
 * <p>The JDK makes such an exception for each stage that depends on a failed one, on the thread that completes it, unless
 * there is one already. Its stack, in the VM's own form, would hold the classes of the module that runs there.
 */
final class CrossedCompletion extends CompletionException {
    private static final long serialVersionUID = 1L;

    /** Creates one; {@code cause} has crossed. */
    CrossedCompletion(Throwable cause) {
        super(cause);
    }

    /** Leaves out the stack. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** Looks like one of the JDK's own. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return CompletionException.class.getName() + ": " + getMessage();
    }
}
