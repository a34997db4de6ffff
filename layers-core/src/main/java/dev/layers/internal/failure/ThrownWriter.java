package dev.layers.internal.failure;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes what both sides know, replaces throwables that one of them does not know, and refuses all else. */
final class ThrownWriter extends ObjectOutputStream {
    private final Copying copying;
    private final RoundTrip trip;
    private int written;

    ThrownWriter(OutputStream form, Copying copying, RoundTrip trip) throws IOException {
        super(form);
        this.copying = copying;
        this.trip = trip;
        enableReplaceObject(true);
    }

    @Override
    protected @Nullable Object replaceObject(@Nullable Object object) throws IOException {
        if (object == null) {
            return object;
        }
        if (object instanceof Throwable thrown) {
            return replaceThrown(thrown);
        }
        if (!(object instanceof Replaced) && !CopiedValues.admit(object)) {
            throw new NotSerializableException(object.getClass().getName());
        }
        return object;
    }

    @Override
    protected void annotateClass(Class<?> type) throws InvalidClassException {
        if (type != Replaced.class && !copying.isShared(type)) {
            throw new InvalidClassException(type.getName(), "known on one side only");
        }
        trip.keep(type);
    }

    @Override
    protected void annotateProxyClass(Class<?> type) throws InvalidClassException {
        throw new InvalidClassException(type.getName(), "a proxy");
    }

    private @Nullable Object replaceThrown(Throwable thrown) throws InvalidClassException {
        if (++written > ModuleFailure.MOST_COPIES) {
            throw new InvalidClassException(thrown.getClass().getName(), "one too many");
        }
        if (!copying.isFinished(thrown) && copying.isShared(thrown.getClass())) {
            return thrown;
        }
        Throwable replacement = copying.partOf(thrown);
        return replacement == null ? null : trip.keep(replacement);
    }
}
