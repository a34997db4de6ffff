package dev.layers;

import java.util.concurrent.CancellationException;

/** Says that nobody looks any longer; it has no stack, which would hold the classes of a module that is on it. */
final class WatchEndedException extends CancellationException {
    private static final long serialVersionUID = 1L;

    WatchEndedException() {
        super("nobody looks any longer");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
