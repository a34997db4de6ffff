package dev.layers.internal.watch;

import dev.layers.internal.time.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Notices nothing: the directory is polled. */
final class SilentNotices implements Notices {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String reason;

    SilentNotices(String reason) {
        this.reason = reason;
    }

    @Override
    public void follow(Place place) {
        // nobody tells of it
    }

    @Override
    public void forget(Path child) {
        // nothing is followed
    }

    @Override
    public News await(Duration longest) {
        Deadline.in(longest).await(closed::await);
        return News.none();
    }

    @Override
    public String text() {
        return "polled alone, since " + reason;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
