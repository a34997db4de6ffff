package dev.layers.internal.woven;

import javax.management.ListenerNotFoundException;
import javax.management.NotificationBroadcaster;
import javax.management.NotificationEmitter;
import javax.management.NotificationFilter;
import javax.management.NotificationListener;
import org.jspecify.annotations.Nullable;

/** What stands for the listener methods of beans that broadcast. */
public final class BeanListeners {
    private BeanListeners() {}

    /** Stands for {@code NotificationBroadcaster}'s. */
    public static void addNotificationListener(
            NotificationBroadcaster source,
            NotificationListener listener,
            @Nullable NotificationFilter filter,
            @Nullable Object handback) {
        source.addNotificationListener(listener, filter, handback);
        new Listening(source, null, listener, filter, handback).begin(BeanListeners::remove);
    }

    /** Stands for {@code NotificationEmitter}'s. */
    public static void addNotificationListener(
            NotificationEmitter source,
            NotificationListener listener,
            @Nullable NotificationFilter filter,
            @Nullable Object handback) {
        addNotificationListener((NotificationBroadcaster) source, listener, filter, handback);
    }

    /** Stands for {@code NotificationBroadcaster}'s. */
    public static void removeNotificationListener(NotificationBroadcaster source, NotificationListener listener)
            throws ListenerNotFoundException {
        source.removeNotificationListener(listener);
        new Listening(source, null, listener, null, null).endAll();
    }

    /** Stands for {@code NotificationEmitter}'s. */
    public static void removeNotificationListener(NotificationEmitter source, NotificationListener listener)
            throws ListenerNotFoundException {
        removeNotificationListener((NotificationBroadcaster) source, listener);
    }

    /** Stands for {@code NotificationEmitter}'s. */
    public static void removeNotificationListener(
            NotificationEmitter source,
            NotificationListener listener,
            @Nullable NotificationFilter filter,
            @Nullable Object handback)
            throws ListenerNotFoundException {
        source.removeNotificationListener(listener, filter, handback);
        new Listening(source, null, listener, filter, handback).end();
    }

    private static void remove(Listening listening) throws ListenerNotFoundException {
        NotificationListener listener = (NotificationListener) listening.listener();
        if (listening.source() instanceof NotificationEmitter emitter) {
            emitter.removeNotificationListener(listener, listening.filter(), listening.handback());
        } else {
            ((NotificationBroadcaster) listening.source()).removeNotificationListener(listener);
        }
    }
}
