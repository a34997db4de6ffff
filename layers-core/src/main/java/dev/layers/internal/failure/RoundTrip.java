package dev.layers.internal.failure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a throwable through its serial form: that keeps type and state, runs no constructor and records no stack.
 *
 * <p>Classes and what is not written stay here meanwhile, in the order in which the form names them.
 */
final class RoundTrip {
    private final List<Class<?>> classes = new ArrayList<>();
    private final List<Throwable> replacements = new ArrayList<>();

    private RoundTrip() {}

    static Throwable of(Throwable thrown, Copying copying) throws IOException, ClassNotFoundException {
        RoundTrip trip = new RoundTrip();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        try (ThrownWriter writer = new ThrownWriter(form, copying, trip)) {
            writer.writeObject(thrown);
        }
        try (ThrownReader reader = new ThrownReader(new ByteArrayInputStream(form.toByteArray()), trip)) {
            return (Throwable) reader.readObject();
        }
    }

    void keep(Class<?> type) {
        classes.add(type);
    }

    Replaced keep(Throwable replacement) {
        replacements.add(replacement);
        return new Replaced(replacements.size() - 1);
    }

    List<Class<?>> classes() {
        return classes;
    }

    Throwable replacement(Replaced replaced) {
        return replacements.get(replaced.number());
    }
}
