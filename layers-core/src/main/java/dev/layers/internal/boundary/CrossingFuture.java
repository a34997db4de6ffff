package dev.layers.internal.boundary;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What stands for a stage of the other side; it holds its source through its link alone. */
final class CrossingFuture extends CompletableFuture<@Nullable Object> {
    private final StageLink link;
    private volatile boolean interrupting;

    CrossingFuture(StageLink link) {
        this.link = link;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        interrupting = mayInterruptIfRunning;
        return super.cancel(mayInterruptIfRunning);
    }

    /** Returns whether whoever cancelled it would interrupt, which futures with a task of their own ask for. */
    boolean isInterrupting() {
        return interrupting;
    }

    /** Returns the source if it is not complete and {@code way} takes this back to where that came from. */
    Optional<Object> sourceOn(Direction way) {
        return link.sourceOn(way);
    }
}
