package dev.layers.internal.watch;

import dev.layers.internal.time.Deadline;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Notices what a watch service tells; when that fails, nothing any longer. */
final class ServiceNotices implements Notices {
    /** A system lets each user follow a few thousand directories, and others want theirs. */
    static final int MOST_DIRECTORIES = 1_000;

    private final WatchService service;
    private final Registrar registrar;
    private final Duration batch;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<WatchKey, Place> places = new HashMap<>();
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private volatile @Nullable SilentNotices failed;
    private Optional<String> shortage = Optional.empty();

    /**
     * Notices what {@code service} tells.
     *
     * @param batch how long it is waited for more once something was noticed
     */
    ServiceNotices(WatchService service, Registrar registrar, Duration batch) {
        this.service = service;
        this.registrar = registrar;
        this.batch = batch;
    }

    /** Returns what notices for {@code directory}: nothing where its file system has no watch service. */
    static Notices of(Path directory, Duration batch) {
        try {
            WatchService service = directory.getFileSystem().newWatchService();
            return new ServiceNotices(service, Registrar.of(service), batch);
        } catch (UnsupportedOperationException none) {
            return new SilentNotices("its file system has no watch service");
        } catch (IOException failure) {
            return new SilentNotices("there is no watch service: " + Reason.of(failure));
        }
    }

    @Override
    public void follow(Place place) {
        WatchKey key = keys.get(place.directory());
        if (failed != null || (key != null && isOf(key, place))) {
            return;
        }
        drop(key);
        keys.remove(place.directory());
        if (places.size() >= MOST_DIRECTORIES && !place.isRoot()) {
            shortage = Optional.of("there are more than " + MOST_DIRECTORIES + " directories");
            return;
        }
        register(place);
    }

    private boolean isOf(WatchKey key, Place place) {
        Place followed = places.get(key);
        return key.isValid() && followed != null && Objects.equals(followed.key(), place.key());
    }

    private void register(Place place) {
        try {
            WatchKey key = registrar.register(place.directory());
            places.put(key, place);
            keys.put(place.directory(), key);
        } catch (NoSuchFileException | NotDirectoryException gone) {
            // whoever looks at it next sees that
            return;
        } catch (IOException failure) {
            shortage = Optional.of(Reason.of(failure));
        } catch (ClosedWatchServiceException end) {
            fail("its watch service was closed");
        }
    }

    @Override
    public void forget(Path child) {
        keys.entrySet().removeIf(followed -> {
            Place place = places.get(followed.getValue());
            boolean isForgotten = place == null || place.child().equals(child);
            if (isForgotten) {
                drop(followed.getValue());
            }
            return isForgotten;
        });
    }

    private void drop(@Nullable WatchKey key) {
        if (key != null) {
            key.cancel();
            places.remove(key);
        }
    }

    @Override
    public News await(Duration longest) {
        SilentNotices silence = failed;
        if (silence != null) {
            return silence.await(longest);
        }
        try {
            return take(service.poll(Math.max(1, longest.toNanos()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException stray) {
            // left by what ran on this thread; it has nothing to do with this waiting
            return News.none();
        } catch (ClosedWatchServiceException end) {
            fail("its watch service was closed");
            return News.everything();
        }
    }

    private News take(@Nullable WatchKey first) {
        if (first == null) {
            return News.none();
        }
        // while its key is not reset, further events of a directory only add up
        Deadline.in(batch).await(closed::await);
        Set<Path> children = new HashSet<>();
        News.Extent extent = News.Extent.NOTHING_ELSE;
        for (WatchKey key = first; key != null; key = service.poll()) {
            News.Extent read = read(key, children);
            extent = read.compareTo(extent) > 0 ? read : extent;
        }
        return new News(children, extent);
    }

    /** Returns whether events were lost, or the directory itself. */
    private News.Extent read(WatchKey key, Set<Path> children) {
        Place place = places.get(key);
        News.Extent extent = News.Extent.NOTHING_ELSE;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
                extent = News.Extent.EVERYTHING;
            } else if (place != null) {
                children.add(place.childOf((Path) event.context()));
            }
        }
        if (key.reset() || place == null) {
            return extent;
        }
        places.remove(key);
        keys.remove(place.directory(), key);
        return place.isRoot() ? News.Extent.DIRECTORY : News.Extent.EVERYTHING;
    }

    private void fail(String reason) {
        SilentNotices silence = new SilentNotices(reason);
        failed = silence;
        places.clear();
        keys.clear();
        if (closed.getCount() == 0) {
            silence.close();
        }
    }

    @Override
    public String text() {
        SilentNotices silence = failed;
        return silence != null
                ? silence.text()
                : "followed by a watch service"
                        + shortage.map(reason -> ", some directories polled alone, since " + reason)
                                .orElse("");
    }

    @Override
    public void close() {
        closed.countDown();
        SilentNotices silence = failed;
        if (silence != null) {
            silence.close();
        }
        try {
            service.close();
        } catch (IOException failure) {
            // what it held is the system's to free; nobody waits for it any longer
            return;
        }
    }
}
