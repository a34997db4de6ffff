package dev.layers.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class ModuleFailureIT {
    @Test
    void original_keepsItsClassLoader() throws Exception {
        Thrown thrown = thrown(false);

        assertThat(Patience.outlivesCollections(thrown.loader())).isTrue();
        Reference.reachabilityFence(thrown);
    }

    @Test
    void copy_letsTheClassLoaderOfItsOriginalGo() throws Exception {
        Thrown thrown = thrown(true);

        Patience.untilCollected(thrown.loader());
        assertThat(thrown.failure())
                .hasToString(Thrower.class.getName() + "$Failure: thrown inside")
                .hasStackTraceContaining(Thrower.class.getName() + ".call");
    }

    private record Thrown(WeakReference<ClassLoader> loader, Throwable failure) {}

    /** A method of its own, so that no frame keeps the loader. */
    private static Thrown thrown(boolean copied) throws Exception {
        ThrowAway loader = new ThrowAway();
        Callable<?> thrower = (Callable<?>) loader.loadClass(Thrower.class.getName())
                .getDeclaredConstructor()
                .newInstance();
        try {
            thrower.call();
            throw new AssertionError("Nothing was thrown");
        } catch (IllegalStateException failure) {
            assertThat(failure.getClass().getClassLoader()).isSameAs(loader);
            return new Thrown(new WeakReference<>(loader), copied ? ModuleFailure.copyOf(failure) : failure);
        }
    }

    /** Throws a type of its own. */
    public static final class Thrower implements Callable<Object> {
        public Thrower() {}

        @Override
        public Object call() {
            throw new Failure();
        }

        static final class Failure extends IllegalStateException {
            private static final long serialVersionUID = 1L;

            Failure() {
                super("thrown inside", new IllegalStateException("cause"));
                addSuppressed(new IllegalStateException("suppressed"));
            }
        }
    }

    /** Defines the thrower's classes anew. */
    private static final class ThrowAway extends ClassLoader {
        ThrowAway() {
            super("throw-away", ModuleFailureIT.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Thrower.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream source =
                    ModuleFailureIT.class.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
                byte[] bytes = source.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
