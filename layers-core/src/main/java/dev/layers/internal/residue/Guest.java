package dev.layers.internal.residue;

import dev.layers.internal.woven.GuestLoader;
import java.io.IOException;
import java.io.InputStream;

/** A class of ours that is defined anew among those of a generation. */
record Guest(Class<?> type) {
    /** Returns {@code template} as the loader of the generation defines it. */
    static Guest of(Class<?> template, GuestLoader loader) throws IOException {
        String file = template.getSimpleName() + ".class";
        try (InputStream source = template.getResourceAsStream(file)) {
            if (source == null) {
                throw new IOException("'" + file + "' not found beside " + Guest.class.getName());
            }
            return new Guest(loader.takeIn(template.getName(), source.readAllBytes()));
        }
    }

    /** Returns a new instance of it. */
    Object instance() throws ReflectiveOperationException {
        return type.getConstructor().newInstance();
    }
}
