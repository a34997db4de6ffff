package dev.layers;

import dev.layers.internal.watch.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The watches of one manager, which end with it. */
final class Watches {
    private final String manager;
    /** Guarded by this, like the flag. */
    private final List<DirectoryWatch> open = new ArrayList<>();

    private boolean isClosed;

    Watches(String manager) {
        this.manager = manager;
    }

    /** Returns the life of a watch that ends by itself when {@code isWanted} answers no. */
    Watcher.Life life(BooleanSupplier isWanted) {
        return new Watcher.Life(manager + " watch", isWanted);
    }

    /** Takes {@code watch}, which ends at once if the manager is closed. */
    DirectoryWatch add(DirectoryWatch watch) {
        if (!isTaken(watch)) {
            watch.close();
            throw new IllegalStateException("The manager is closed and watches nothing more; build another");
        }
        return watch;
    }

    private synchronized boolean isTaken(DirectoryWatch watch) {
        open.removeIf(other -> other.state() == WatchState.CLOSED);
        return !isClosed && open.add(watch);
    }

    void close() {
        all().forEach(DirectoryWatch::close);
    }

    private synchronized List<DirectoryWatch> all() {
        isClosed = true;
        return List.copyOf(open);
    }
}
