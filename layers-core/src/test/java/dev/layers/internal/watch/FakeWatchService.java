package dev.layers.internal.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.Watchable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A watch service that tells what a test says. */
final class FakeWatchService implements WatchService {
    final List<Path> registered = new ArrayList<>();
    int cancelled;

    @Nullable
    IOException failure;

    private final Map<Path, Key> keys = new HashMap<>();
    private final LinkedBlockingDeque<Key> signalled = new LinkedBlockingDeque<>();
    private final Key end = new Key(Path.of("/"));
    private volatile boolean isClosed;

    WatchKey register(Path directory) throws IOException {
        if (failure != null) {
            throw failure;
        }
        registered.add(directory);
        Key key = new Key(directory);
        keys.put(directory, key);
        return key;
    }

    void tell(Path directory, WatchEvent.Kind<?> kind, @Nullable Path name) {
        Key key = keys.get(directory);
        key.events.add(new Event(kind, name));
        signal(key);
    }

    void lose(Path directory) {
        Key key = keys.get(directory);
        key.isValid = false;
        signal(key);
    }

    private void signal(Key key) {
        if (!signalled.contains(key)) {
            signalled.add(key);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        signalled.add(end);
    }

    @Override
    public @Nullable WatchKey poll() {
        return open(signalled.poll());
    }

    @Override
    public @Nullable WatchKey poll(long timeout, TimeUnit unit) throws InterruptedException {
        return open(signalled.poll(timeout, unit));
    }

    @Override
    public WatchKey take() {
        throw new UnsupportedOperationException();
    }

    private @Nullable WatchKey open(@Nullable Key key) {
        if (isClosed) {
            throw new ClosedWatchServiceException();
        }
        return key;
    }

    private record Event(WatchEvent.Kind<?> told, @Nullable Path name) implements WatchEvent<Object> {
        @Override
        @SuppressWarnings("unchecked")
        public Kind<Object> kind() {
            return (Kind<Object>) told;
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public @Nullable Object context() {
            return name;
        }
    }

    private final class Key implements WatchKey {
        private final List<WatchEvent<?>> events = new ArrayList<>();
        private final Path directory;
        private boolean isValid = true;

        Key(Path directory) {
            this.directory = directory;
        }

        @Override
        public boolean isValid() {
            return isValid;
        }

        @Override
        public List<WatchEvent<?>> pollEvents() {
            List<WatchEvent<?>> told = List.copyOf(events);
            events.clear();
            return told;
        }

        @Override
        public boolean reset() {
            return isValid;
        }

        @Override
        public void cancel() {
            cancelled++;
            isValid = false;
        }

        @Override
        public Watchable watchable() {
            return directory;
        }
    }
}
