package dev.layers.internal.failure;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.function.Predicate;
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
    static final int MOST_COPIES = 100;

    private final String original;

    private ModuleFailure(String original, @Nullable String message, @Nullable Throwable cause) {
        super(message, cause, true, true);
        this.original = original;
    }

    /** Returns the copy of {@code failure}; call it on the thread that caught it, since messages are module code. */
    public static ModuleFailure copyOf(Throwable failure) {
        return copyOf(failure, kept -> false);
    }

    /** Returns the copy of {@code failure}, in which causes and suppressed ones that are {@code kept} stay themselves. */
    static ModuleFailure copyOf(Throwable failure, Predicate<Throwable> kept) {
        return new Walk(kept).copyOf(failure);
    }

    /** Returns a copy of {@code failure} for which none of its methods is asked. */
    static ModuleFailure bareCopyOf(Throwable failure) {
        ModuleFailure copy = new ModuleFailure(failure.getClass().getName(), null, null);
        copy.setStackTrace(new StackTraceElement[0]);
        return copy;
    }

    /** Returns the name of the original's class. */
    public String type() {
        return original;
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

    /** Returns what {@code failure} says of its cause. */
    static @Nullable Throwable cause(Throwable failure) {
        return guarded(failure::getCause, null);
    }

    /** Returns what {@code failure} says of itself. */
    static @Nullable String message(Throwable failure) {
        return guarded(failure::getMessage, null);
    }

    /** Returns where {@code failure} says that it comes from. */
    static StackTraceElement[] trace(Throwable failure) {
        StackTraceElement[] trace = guarded(failure::getStackTrace, null);
        return trace == null || Arrays.asList(trace).contains(null) ? new StackTraceElement[0] : Frames.copies(trace);
    }

    /** A module may override these methods, and get them wrong. */
    private static <T extends @Nullable Object> T guarded(Supplier<T> value, T otherwise) {
        try {
            return value.get();
        } catch (Throwable failure) {
            return otherwise;
        }
    }

    /** One walk over causes and suppressed ones. */
    private static final class Walk {
        private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Predicate<Throwable> kept;

        Walk(Predicate<Throwable> kept) {
            this.kept = kept;
        }

        ModuleFailure copyOf(Throwable failure) {
            seen.add(failure);
            Throwable cause = cause(failure);
            Throwable copiedCause = cause == null ? null : part(cause);
            ModuleFailure copy = new ModuleFailure(failure.getClass().getName(), message(failure), copiedCause);
            copy.setStackTrace(trace(failure));
            for (Throwable suppressed : failure.getSuppressed()) {
                Throwable copied = part(suppressed);
                if (copied != null) {
                    copy.addSuppressed(copied);
                }
            }
            return copy;
        }

        private @Nullable Throwable part(Throwable part) {
            if (seen.contains(part) || seen.size() >= MOST_COPIES) {
                return null;
            }
            return kept.test(part) ? part : copyOf(part);
        }
    }
}
