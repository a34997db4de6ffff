package dev.layers.internal.failure;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What every throwable says, taken from one whose own state cannot be copied. */
final class Original {
    private final @Nullable String message;
    private final @Nullable Throwable cause;
    private final List<Throwable> suppressed;
    private final StackTraceElement[] trace;

    Original(Throwable thrown, Copying copying) {
        this.message = ModuleFailure.message(thrown);
        this.cause = copying.partOf(ModuleFailure.cause(thrown));
        this.suppressed = Arrays.stream(thrown.getSuppressed())
                .map(copying::partOf)
                .filter(Objects::nonNull)
                .toList();
        this.trace = ModuleFailure.trace(thrown);
    }

    @Nullable
    String message() {
        return message;
    }

    /** Returns the ways to make an instance of {@code type} that says the same, the most telling one first. */
    List<Callable<Throwable>> constructors(Class<?> type) {
        List<Callable<Throwable>> ways = new ArrayList<>();
        ways.add(() -> made(type.getConstructor(String.class, Throwable.class), message, cause));
        ways.add(() -> caused(made(type.getConstructor(String.class), message)));
        ways.add(() -> caused(made(type.getConstructor())));
        return ways;
    }

    private Throwable made(Constructor<?> constructor, @Nullable Object... arguments)
            throws ReflectiveOperationException {
        Throwable made = (Throwable) constructor.newInstance(arguments);
        made.setStackTrace(trace);
        suppressed.forEach(made::addSuppressed);
        return made;
    }

    private Throwable caused(Throwable made) {
        try {
            return cause == null ? made : made.initCause(cause);
        } catch (IllegalStateException takesNone) {
            return made;
        }
    }
}
