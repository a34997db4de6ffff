package dev.layers.internal.failure;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a throwable of a module: its type and message as text, its stack trace, its causes.
 *
 * <p>Any throwable that was created while module code was on the stack holds that code's classes; the copy does not,
 * since it never records a stack of its own.
 */
public final class ModuleFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** Nobody reads further, and a module may name a new cause whenever it is asked. */
    private static final int MOST_COPIES = 100;

    private final String original;

    private ModuleFailure(String original, @Nullable String message, @Nullable ModuleFailure cause) {
        super(message, cause, true, true);
        this.original = original;
    }

    /** Returns the copy of {@code failure}; call it on the thread that caught it, since messages are module code. */
    public static ModuleFailure copyOf(Throwable failure) {
        return copyOf(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Returns type, message and place of the deepest cause, on one line. */
    public String rootText() {
        ModuleFailure deepest = this;
        while (deepest.getCause() instanceof ModuleFailure cause) {
            deepest = cause;
        }
        // what the JDK says of a provider names it, and no code of the module was running
        boolean isPlaced = !deepest.original.equals(ServiceConfigurationError.class.getName());
        return deepest + (isPlaced ? Place.of(deepest.getStackTrace()) : "");
    }

    /** Leaves out the stack that is recorded in the VM's own form, which holds classes. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** Looks like the original in printed stack traces. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        String message = getMessage();
        return message == null ? original : original + ": " + message;
    }

    private static ModuleFailure copyOf(Throwable failure, Set<Throwable> seen) {
        seen.add(failure);
        Throwable cause = guarded(failure::getCause, null);
        ModuleFailure copiedCause = cause == null || isEnough(cause, seen) ? null : copyOf(cause, seen);
        String message = guarded(failure::getMessage, null);
        ModuleFailure copy = new ModuleFailure(failure.getClass().getName(), message, copiedCause);
        copy.setStackTrace(trace(failure));
        for (Throwable suppressed : failure.getSuppressed()) {
            if (!isEnough(suppressed, seen)) {
                copy.addSuppressed(copyOf(suppressed, seen));
            }
        }
        return copy;
    }

    private static boolean isEnough(Throwable next, Set<Throwable> seen) {
        return seen.contains(next) || seen.size() >= MOST_COPIES;
    }

    private static StackTraceElement[] trace(Throwable failure) {
        StackTraceElement[] trace = guarded(failure::getStackTrace, null);
        return trace == null || Arrays.asList(trace).contains(null) ? new StackTraceElement[0] : trace;
    }

    /** A module may override these methods, and get them wrong. */
    private static <T extends @Nullable Object> T guarded(Supplier<T> value, T otherwise) {
        try {
            return value.get();
        } catch (Throwable failure) {
            return otherwise;
        }
    }
}
