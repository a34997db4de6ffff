package dev.layers.internal.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Notices nothing, and remembers what it was to follow. */
final class FakeNotices implements Notices {
    final List<Place> followed = new ArrayList<>();
    final List<Path> forgotten = new ArrayList<>();

    @Override
    public void follow(Place place) {
        followed.add(place);
    }

    @Override
    public void forget(Path child) {
        forgotten.add(child);
    }

    @Override
    public News await(Duration longest) {
        return News.none();
    }

    @Override
    public String text() {
        return "followed by nobody";
    }

    @Override
    public void close() {
        // nobody waits
    }
}
