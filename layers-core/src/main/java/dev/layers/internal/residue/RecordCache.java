package dev.layers.internal.residue;

import dev.layers.internal.failure.ModuleFailure;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the JVM keeps of the record that was linked last.
 *
 * <p>The methods of records are made of method handles that all records share, and each of these keeps its last adaptation,
 * with the classes it was for; strongly on JDK 17. The adaptation for a record of a loader that nobody else uses takes the
 * place of a module's. That loader is kept then, until the next one.
 */
public final class RecordCache {
    private final AtomicLong used = new AtomicLong();
    /** Guarded by this. */
    private long flushed;

    /** Says that a module has used records, which the next flush is for. */
    public void used() {
        used.incrementAndGet();
    }

    /**
     * Has it forget the records of all modules of which {@link #used} was said since the last flush.
     *
     * @return what failed, a sentence
     */
    public synchronized Optional<String> flush() {
        long all = used.get();
        Optional<String> failure = all == flushed ? Optional.empty() : link();
        flushed = failure.isPresent() ? flushed : all;
        return failure;
    }

    private static Optional<String> link() {
        try {
            new Scapegoats().use();
            return Optional.empty();
        } catch (ReflectiveOperationException | LinkageError failure) {
            return Optional.of("flushing what the JVM keeps of records failed: "
                    + ModuleFailure.copyOf(failure).rootText());
        }
    }

    /** A loader that asks nobody else, and defines a record of its own. */
    private static final class Scapegoats extends ClassLoader {
        Scapegoats() {
            super("record cache", null);
        }

        /** Links all methods of a record with a component of a class of this loader. */
        void use() throws ReflectiveOperationException {
            Constructor<?> component = constructor(Goat.class.getName());
            Constructor<?> kid = constructor(Kid.class.getName());
            Object first = kid.newInstance(component.newInstance());
            Object second = kid.newInstance(component.newInstance());
            if (first.equals(second)
                    || first.hashCode() == 0
                    || first.toString().isEmpty()) {
                throw new ReflectiveOperationException("A record of different components is equal to another");
            }
        }

        private Constructor<?> constructor(String name) throws ClassNotFoundException {
            Constructor<?> constructor = loadClass(name).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (InputStream source = RecordCache.class.getResourceAsStream(file)) {
                byte[] bytes = source == null ? new byte[0] : source.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }

    /** A record that is defined anew for every flush. */
    private record Kid(Goat goat) {}

    /** The class of its component. */
    private static final class Goat {
        @SuppressWarnings("unused") // called by reflection
        Goat() {}
    }
}
