package dev.layers;

import dev.layers.internal.thread.ManagedThreads;
import dev.layers.module.HandedOver;
import dev.layers.module.ModuleContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * What one hook of a generation is given; only the module keeps it.
 *
 * @param given what its namesake handed over, until the start is over
 */
record GenerationContext(
        GenerationName generationName,
        GenerationBoundary boundary,
        ManagedThreads threads,
        Ledger ledger,
        Supplier<Optional<HandedOver>> given)
        implements ModuleContext {
    @Override
    public String name() {
        return generationName.module();
    }

    @Override
    public int generation() {
        return generationName.number();
    }

    @Override
    public Optional<HandedOver> handedOver() {
        return given.get();
    }

    @Override
    public <S> S service(Class<S> type) {
        return boundary.lend(Objects.requireNonNull(type, "type"));
    }

    @Override
    public ExecutorService executor() {
        return threads.executor();
    }

    @Override
    public ThreadFactory threadFactory() {
        return threads;
    }

    @Override
    public void onUnload(AutoCloseable resource) {
        ledger.add(Objects.requireNonNull(resource, "resource"));
    }

    @Override
    public Path temporaryDirectory() {
        try {
            return ledger.temporaryDirectory().path();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Module '" + generationName + "': its temporary directory cannot be made", failure);
        }
    }
}
