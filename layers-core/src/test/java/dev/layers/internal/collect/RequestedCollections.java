package dev.layers.internal.collect;

import dev.layers.internal.time.Deadline;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Counts the collections of this JVM that somebody asked for, from its creation on. */
final class RequestedCollections implements NotificationListener, AutoCloseable {
    private final List<NotificationEmitter> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(NotificationEmitter.class::cast)
            .toList();
    private final AtomicInteger count = new AtomicInteger();
    private final Semaphore news = new Semaphore(0);

    RequestedCollections() {
        collectors.forEach(collector -> collector.addNotificationListener(this, null, null));
    }

    int count() {
        return count.get();
    }

    /** Collections are told of in their order, so those before one that was told of are counted. */
    void awaitAny() {
        if (!Deadline.in(Duration.ofMinutes(1)).await(news::tryAcquire)) {
            throw new AssertionError("No requested collection was told of");
        }
    }

    @Override
    public void handleNotification(Notification notification, Object unused) {
        String cause = (String) ((CompositeData) notification.getUserData()).get("gcCause");
        if (cause.equals("System.gc()") || cause.equals("Diagnostic Command") || cause.startsWith("Heap Inspection")) {
            count.incrementAndGet();
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
