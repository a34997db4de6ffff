package dev.layers.internal.woven;

import java.io.IOException;
import java.util.Objects;
import javax.management.InstanceNotFoundException;
import javax.management.ListenerNotFoundException;
import javax.management.MBeanServer;
import javax.management.MBeanServerConnection;
import javax.management.NotificationFilter;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** What stands for the listener methods of MBean servers. */
public final class BeanServerListeners {
    private BeanServerListeners() {}

    /** Stands for {@code MBeanServerConnection}'s. */
    public static void addNotificationListener(
            MBeanServerConnection server,
            ObjectName bean,
            NotificationListener listener,
            @Nullable NotificationFilter filter,
            @Nullable Object handback)
            throws InstanceNotFoundException, IOException {
        server.addNotificationListener(bean, listener, filter, handback);
        new Listening(server, bean, listener, filter, handback).begin(BeanServerListeners::remove);
    }

    /** Stands for {@code MBeanServerConnection}'s. */
    public static void removeNotificationListener(
            MBeanServerConnection server, ObjectName bean, NotificationListener listener)
            throws InstanceNotFoundException, ListenerNotFoundException, IOException {
        server.removeNotificationListener(bean, listener);
        new Listening(server, bean, listener, null, null).endAll();
    }

    /** Stands for {@code MBeanServerConnection}'s. */
    public static void removeNotificationListener(
            MBeanServerConnection server,
            ObjectName bean,
            NotificationListener listener,
            @Nullable NotificationFilter filter,
            @Nullable Object handback)
            throws InstanceNotFoundException, ListenerNotFoundException, IOException {
        server.removeNotificationListener(bean, listener, filter, handback);
        new Listening(server, bean, listener, filter, handback).end();
    }

    /** Stands for {@code MBeanServerConnection}'s. */
    public static void addNotificationListener(
            MBeanServerConnection server,
            ObjectName bean,
            ObjectName listener,
            @Nullable NotificationFilter filter,
            @Nullable Object handback)
            throws InstanceNotFoundException, IOException {
        server.addNotificationListener(bean, listener, filter, handback);
        new Listening(server, bean, listener, filter, handback).begin(BeanServerListeners::remove);
    }

    /** Stands for {@code MBeanServerConnection}'s. */
    public static void removeNotificationListener(MBeanServerConnection server, ObjectName bean, ObjectName listener)
            throws InstanceNotFoundException, ListenerNotFoundException, IOException {
        server.removeNotificationListener(bean, listener);
        new Listening(server, bean, listener, null, null).endAll();
    }

    /** Stands for {@code MBeanServerConnection}'s. */
    public static void removeNotificationListener(
            MBeanServerConnection server,
            ObjectName bean,
            ObjectName listener,
            @Nullable NotificationFilter filter,
            @Nullable Object handback)
            throws InstanceNotFoundException, ListenerNotFoundException, IOException {
        server.removeNotificationListener(bean, listener, filter, handback);
        new Listening(server, bean, listener, filter, handback).end();
    }

    /** Stands for {@code MBeanServer}'s. */
    public static void addNotificationListener(
            MBeanServer server,
            ObjectName bean,
            NotificationListener listener,
            @Nullable NotificationFilter filter,
            @Nullable Object handback)
            throws InstanceNotFoundException, IOException {
        addNotificationListener((MBeanServerConnection) server, bean, listener, filter, handback);
    }

    /** Stands for {@code MBeanServer}'s. */
    public static void removeNotificationListener(MBeanServer server, ObjectName bean, NotificationListener listener)
            throws InstanceNotFoundException, ListenerNotFoundException, IOException {
        removeNotificationListener((MBeanServerConnection) server, bean, listener);
    }

    /** Stands for {@code MBeanServer}'s. */
    public static void removeNotificationListener(
            MBeanServer server,
            ObjectName bean,
            NotificationListener listener,
            @Nullable NotificationFilter filter,
            @Nullable Object handback)
            throws InstanceNotFoundException, ListenerNotFoundException, IOException {
        removeNotificationListener((MBeanServerConnection) server, bean, listener, filter, handback);
    }

    /** Stands for {@code MBeanServer}'s. */
    public static void addNotificationListener(
            MBeanServer server,
            ObjectName bean,
            ObjectName listener,
            @Nullable NotificationFilter filter,
            @Nullable Object handback)
            throws InstanceNotFoundException, IOException {
        addNotificationListener((MBeanServerConnection) server, bean, listener, filter, handback);
    }

    /** Stands for {@code MBeanServer}'s. */
    public static void removeNotificationListener(MBeanServer server, ObjectName bean, ObjectName listener)
            throws InstanceNotFoundException, ListenerNotFoundException, IOException {
        removeNotificationListener((MBeanServerConnection) server, bean, listener);
    }

    /** Stands for {@code MBeanServer}'s. */
    public static void removeNotificationListener(
            MBeanServer server,
            ObjectName bean,
            ObjectName listener,
            @Nullable NotificationFilter filter,
            @Nullable Object handback)
            throws InstanceNotFoundException, ListenerNotFoundException, IOException {
        removeNotificationListener((MBeanServerConnection) server, bean, listener, filter, handback);
    }

    private static void remove(Listening listening)
            throws InstanceNotFoundException, ListenerNotFoundException, IOException {
        MBeanServerConnection server = (MBeanServerConnection) listening.source();
        ObjectName bean = Objects.requireNonNull(listening.bean());
        if (listening.listener() instanceof ObjectName name) {
            server.removeNotificationListener(bean, name, listening.filter(), listening.handback());
        } else {
            NotificationListener listener = (NotificationListener) listening.listener();
            server.removeNotificationListener(bean, listener, listening.filter(), listening.handback());
        }
    }
}
