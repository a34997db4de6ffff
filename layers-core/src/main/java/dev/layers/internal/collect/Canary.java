package dev.layers.internal.collect;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * A class loader with one class, dropped the moment it was made.
 *
 * <p>It goes with the first collection that unloads classes. Whatever was dropped before it was made and outlives it is
 * held by something; while it is still there, nothing can be said.
 */
final class Canary {
    private final WeakReference<ClassLoader> loader;

    private Canary(WeakReference<ClassLoader> loader) {
        this.loader = loader;
    }

    /** Makes and drops a loader; {@code queue} is told when it is gone. */
    static Canary release(ReferenceQueue<Object> queue) {
        return new Canary(new WeakReference<>(new Bird().hatched(), queue));
    }

    boolean isGone() {
        return loader.refersTo(null);
    }

    /** The loader; a loader without a class would go with any collection, also with one that unloads none. */
    private static final class Bird extends ClassLoader {
        Bird() {
            super("canary", null);
        }

        ClassLoader hatched() {
            byte[] bytes = bytes();
            Class<?> defined = defineClass(Egg.class.getName(), bytes, 0, bytes.length);
            if (defined.getClassLoader() != this) {
                throw new AssertionError("The canary's class came from another loader");
            }
            return this;
        }

        private static byte[] bytes() {
            try (InputStream source = Canary.class.getResourceAsStream("Canary$Egg.class")) {
                return source == null ? new byte[0] : source.readAllBytes();
            } catch (IOException unreadable) {
                throw new AssertionError("The canary's class cannot be read", unreadable);
            }
        }
    }

    /** An empty class whose bytes every canary defines anew. */
    @SuppressWarnings("unused")
    private static final class Egg {}
}
