package dev.layers.internal.collect;

import dev.layers.internal.time.Deadline;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Counts and times the collections of this JVM that somebody asked for, from its creation on. */
final class RequestedCollections implements NotificationListener, AutoCloseable {
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final Queue<Duration> took = new ConcurrentLinkedQueue<>();
    private final Semaphore told = new Semaphore(0);
    private final long before;

    RequestedCollections() {
        collectors.forEach(collector -> ((NotificationEmitter) collector).addNotificationListener(this, null, null));
        before = made();
    }

    int count() {
        return took.size();
    }

    Duration total() {
        return took.stream().reduce(Duration.ZERO, Duration::plus);
    }

    Duration longest() {
        return took.isEmpty() ? Duration.ZERO : Collections.max(took);
    }

    /** Waits until all are counted that have been made: the JVM tells of them some time later. */
    void awaitAll() {
        int all = Math.toIntExact(made() - before);
        if (!Deadline.in(Duration.ofMinutes(1)).await((time, unit) -> told.tryAcquire(all, time, unit))) {
            throw new AssertionError(told.availablePermits() + " of " + all + " collections were told of");
        }
        told.release(all);
    }

    @Override
    public void handleNotification(Notification notification, Object unused) {
        CompositeData collection = (CompositeData) notification.getUserData();
        String cause = (String) collection.get("gcCause");
        if (cause.equals("System.gc()") || cause.equals("Diagnostic Command") || cause.startsWith("Heap Inspection")) {
            took.add(Duration.ofMillis((Long) ((CompositeData) collection.get("gcInfo")).get("duration")));
        }
        told.release();
    }

    @Override
    public void close() throws ListenerNotFoundException {
        for (GarbageCollectorMXBean collector : collectors) {
            ((NotificationEmitter) collector).removeNotificationListener(this);
        }
    }

    /** Whatever the cause. */
    private long made() {
        return collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
