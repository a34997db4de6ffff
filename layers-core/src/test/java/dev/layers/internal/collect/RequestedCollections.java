package dev.layers.internal.collect;

import dev.layers.internal.time.Deadline;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** The collections of this JVM that somebody asked for, from its creation on. */
final class RequestedCollections implements NotificationListener, AutoCloseable {
    private final List<NotificationEmitter> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(NotificationEmitter.class::cast)
            .toList();
    /** How long each took. */
    private final Queue<Duration> all = new ConcurrentLinkedQueue<>();

    private final Semaphore news = new Semaphore(0);

    RequestedCollections() {
        collectors.forEach(collector -> collector.addNotificationListener(this, null, null));
    }

    int count() {
        return all.size();
    }

    /** Returns how long all of them took, to a millisecond less for each. */
    Duration took() {
        return all.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns how long the longest took. */
    Duration longest() {
        return all.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Collections are told of in their order, so those before one that was told of are counted. */
    void awaitAny() {
        if (!Deadline.in(Duration.ofMinutes(1)).await(news::tryAcquire)) {
            throw new AssertionError("No requested collection was told of");
        }
    }

    @Override
    public void handleNotification(Notification notification, Object unused) {
        CompositeData told = (CompositeData) notification.getUserData();
        String cause = (String) told.get("gcCause");
        if (cause.equals("System.gc()") || cause.equals("Diagnostic Command") || cause.startsWith("Heap Inspection")) {
            all.add(Duration.ofMillis((Long) ((CompositeData) told.get("gcInfo")).get("duration")));
            news.release();
        }
    }

    @Override
    public void close() throws ListenerNotFoundException {
        for (NotificationEmitter collector : collectors) {
            collector.removeNotificationListener(this);
        }
    }
}
