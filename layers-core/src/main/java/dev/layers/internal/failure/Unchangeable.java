package dev.layers.internal.failure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an error that can be thrown any number of times, since nobody can add a cause or a suppressed one to it. */
final class Unchangeable {
    private Unchangeable() {}

    /** Returns a copy of {@code error} of the same type, or itself where nothing may be read from its serial form. */
    static Throwable of(Error error) {
        error.initCause(null);
        error.setStackTrace(new StackTraceElement[0]);
        try {
            return (Throwable) read(written(error));
        } catch (IOException | ClassNotFoundException refused) {
            return error;
        }
    }

    private static byte[] written(Error error) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        try (Writer writer = new Writer(form)) {
            writer.writeObject(error);
        }
        return form.toByteArray();
    }

    private static Object read(byte[] form) throws IOException, ClassNotFoundException {
        try (ObjectInputStream reader = new ObjectInputStream(new ByteArrayInputStream(form))) {
            return reader.readObject();
        }
    }

    private static final class Writer extends ObjectOutputStream {
        Writer(OutputStream form) throws IOException {
            super(form);
            enableReplaceObject(true);
        }

        /** A throwable that is read without a list of suppressed ones takes none. */
        @Override
        protected @Nullable Object replaceObject(Object object) {
            return object instanceof List || object.getClass().getName().equals("java.util.CollSer") ? null : object;
        }
    }
}
