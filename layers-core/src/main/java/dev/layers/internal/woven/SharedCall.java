package dev.layers.internal.woven;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Code with a result that runs on a thread of everybody's; what is handed to the JDK holds it no longer than the task does.
 *
 * @param <T> what the code returns
 */
final class SharedCall<T> implements Callable<T> {
    private final AtomicReference<Optional<T>> value = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Exception>> failure = new AtomicReference<>(Optional.empty());
    private final SharedTask task;

    SharedCall(Workers workers, Callable<T> code) {
        AtomicReference<Optional<T>> returned = value;
        AtomicReference<Optional<Exception>> thrown = failure;
        task = workers.task(() -> {
            try {
                returned.set(Optional.ofNullable(code.call()));
            } catch (Exception failed) { // whatever it is, the one who asked for the result gets it
                thrown.set(Optional.of(failed));
            }
        });
    }

    void whenDropped(Runnable action) {
        task.whenDropped(action);
    }

    @Override
    @SuppressWarnings("NullAway") // code may return null, and then so does this
    public T call() throws Exception {
        task.run();
        if (task.wasInterrupted()) {
            // compiled code of JDK 17 lets its thread keep the last exception that it caught, and so the module it is
            // of
            throw new CancellationException("The module of this task was unloaded");
        }
        if (failure.get().isPresent()) {
            throw failure.get().get();
        }
        return value.get().orElse(null);
    }
}
