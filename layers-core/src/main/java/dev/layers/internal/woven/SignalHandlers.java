package dev.layers.internal.woven;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** What stands for {@code sun.misc.Signal.handle}, whose types are looked up by name: compilers warn of them. */
public final class SignalHandlers {
    private SignalHandlers() {}

    /** Stands for the method of the JDK. */
    public static @Nullable Object handle(Object signal, @Nullable Object handler) {
        return Restoring.exchange(new Handling(signal), handler);
    }

    /** Who handles one signal. */
    private record Handling(Object signal) implements Default {
        @Override
        public String title() {
            return "the handler of " + signal;
        }

        /** The JDK tells who handled a signal only to who handles it next. */
        @Override
        public Change change(@Nullable Object value) {
            return new Change(handledBy(value), value);
        }

        /** At no time is a signal handled by nobody. */
        @Override
        @SuppressWarnings("ReferenceEquality") // it is the object itself that handles
        public boolean replace(@Nullable Object expected, @Nullable Object value) {
            Object found = handledBy(value);
            boolean isThere = found == expected;
            if (!isThere) {
                handledBy(found);
            }
            return isThere;
        }

        /** Returns who handled it before. */
        private @Nullable Object handledBy(@Nullable Object handler) {
            Class<?> type = signal.getClass();
            try {
                Class<?> handlers = handlers();
                MethodHandle handle = MethodHandles.publicLookup()
                        .findStatic(type, "handle", MethodType.methodType(handlers, type, handlers));
                return handle.invoke(signal, handler);
            } catch (RuntimeException | Error refused) {
                throw refused;
            } catch (Throwable impossible) {
                throw new IllegalStateException("'" + type.getName() + "' has no method 'handle'", impossible);
            }
        }

        private Class<?> handlers() throws ClassNotFoundException {
            return Class.forName(
                    "sun.misc.SignalHandler", false, signal.getClass().getClassLoader());
        }
    }
}
