package dev.layers.internal.failure;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.Iterator;

/** Reads what was written, with the very classes it was written with. */
final class ThrownReader extends ObjectInputStream {
    private final RoundTrip trip;
    private final Iterator<Class<?>> classes;

    ThrownReader(InputStream form, RoundTrip trip) throws IOException {
        super(form);
        this.trip = trip;
        this.classes = trip.classes().iterator();
        enableResolveObject(true);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass described) throws InvalidClassException {
        Class<?> type = classes.next();
        if (!type.getName().equals(described.getName())) {
            throw new InvalidClassException(described.getName(), "read where " + type.getName() + " was written");
        }
        return type;
    }

    @Override
    protected Object resolveObject(Object object) {
        return object instanceof Replaced replaced ? trip.replacement(replaced) : object;
    }
}
