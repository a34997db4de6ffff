package dev.layers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the world outside does not allow what was asked. Its message says where, what was found, what was wanted
 * and what to do. It holds nothing of a module; what a module threw is its cause as a copy in text.
 *
 * @since 0.1
 */
public abstract sealed class LayerException extends RuntimeException
        permits DeploymentRefusedException,
                LoadAbandonedException,
                ModuleBusyException,
                ModuleCallException,
                ModuleInUseException,
                ModuleNameTakenException,
                ModuleStartException,
                ModuleUnloadedException,
                PreflightException,
                ProviderCreationException,
                ProviderMissingException,
                ReloadRefusedException,
                TooManyGenerationsException,
                ValueRefusedException {
    private static final long serialVersionUID = 1L;

    LayerException(String message) {
        this(message, null);
    }

    LayerException(String message, @Nullable Throwable cause) {
        super(message, cause);
        setStackTrace(creation());
    }

    /** Leaves out the stack in the VM's own form: it holds the classes of a module that is on it. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static StackTraceElement[] creation() {
        return Arrays.stream(new Throwable().getStackTrace())
                .dropWhile(frame -> frame.getMethodName().equals("creation")
                        || frame.getMethodName().equals("<init>"))
                .toArray(StackTraceElement[]::new);
    }
}
