package dev.layers.internal.watch;

import dev.layers.internal.time.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;

/** Watches one directory on one daemon thread, which sleeps while nothing happens. */
public final class Watcher {
    /** What is noticed is taken together for this part of a quiet period. */
    private static final int BATCHES = 5;

    private final Notices notices;
    private final Turns turns;
    private final Receiver receiver;
    private final BooleanSupplier isWanted;
    private final Duration pause;
    private final Thread thread;
    private volatile boolean isClosed;
    private volatile Standing standing;

    /**
     * How long a watch lives.
     *
     * @param name what its thread bears, before the name of the directory
     * @param isWanted asked now and then; when it answers no, the watch ends by itself
     */
    public record Life(String name, BooleanSupplier isWanted) {}

    /**
     * What it does.
     *
     * @param place what stands behind the name of its thread
     * @param pause how long it waits after a failure
     */
    private record Round(String place, Turns turns, Notices notices, Duration pause) {}

    private Watcher(Round round, Receiver receiver, Life life) {
        this.notices = round.notices();
        this.turns = round.turns();
        this.receiver = receiver;
        this.isWanted = life.isWanted();
        this.pause = round.pause();
        this.standing = turns.standing();
        this.thread = new Thread(null, this::run, life.name() + " " + round.place(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    /** Begins to watch {@code directory}; what lies there already is told as if it had come now. */
    public static Watcher start(Path directory, Terms terms, Receiver receiver, Life life) {
        Notices notices = ServiceNotices.of(directory, terms.quiet().dividedBy(BATCHES));
        Sights sights = new FileSights(directory, terms.bounds());
        Vigil vigil = new Vigil(terms, new Vigil.Means(sights, notices, System::nanoTime), receiver);
        Round round = new Round(String.valueOf(directory.getFileName()), vigil, notices, terms.poll());
        return started(new Watcher(round, receiver, life));
    }

    /** Begins to tell artifacts that lie nowhere and never change, with their digests; {@code means} says so. */
    public static Watcher ofFixed(SortedMap<Path, String> artifacts, String means, Receiver receiver, Life life) {
        Turns turns = new FixedTurns(artifacts, receiver, means);
        Round round = new Round(means, turns, new SilentNotices(means), FixedTurns.PAUSE);
        return started(new Watcher(round, receiver, life));
    }

    /** Returns the digest of what lies at {@code child} now, which would be told if it were at rest. */
    public static String digest(Path child, Terms.Bounds bounds) {
        Sights sights = new FileSights(child, bounds);
        Sight seen = sights.look(child, entered -> {});
        return seen.isArtifact() ? sights.digest(child, seen) : Child.NONE;
    }

    private static Watcher started(Watcher watcher) {
        watcher.thread.start();
        return watcher;
    }

    /** Returns how it stands; at most one turn old. */
    public Standing standing() {
        return standing;
    }

    /** Returns whether the calling thread is the one that watches. */
    public boolean isCurrentThread() {
        return thread.equals(Thread.currentThread());
    }

    private void run() {
        News news = News.none();
        while (!isClosed && isWanted.getAsBoolean()) {
            // what ran on this thread may have left it interrupted, and files are not read then
            Thread.interrupted();
            Duration next = turn(news);
            news = isClosed ? News.none() : notices.await(next);
        }
        notices.close();
    }

    /** Whatever happens in one turn, there is another one. */
    private Duration turn(News news) {
        try {
            Duration next = turns.turn(news);
            standing = turns.standing();
            return next;
        } catch (RuntimeException | Error failed) {
            receiver.troubled("watching failed: " + failed + "; it is tried again in " + pause.toMillis() + " ms");
            return pause;
        }
    }

    /** Ends the watching; returns whether its thread had ended by {@code deadline}, or is the one that asks. */
    public boolean close(Deadline deadline) {
        isClosed = true;
        notices.close();
        return isCurrentThread() || deadline.join(thread);
    }
}
