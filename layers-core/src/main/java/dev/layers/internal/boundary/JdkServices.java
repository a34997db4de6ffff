package dev.layers.internal.boundary;

import java.io.Closeable;
import java.io.Flushable;
import java.util.Enumeration;
import java.util.EventListener;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;

/**
 * Tells which interfaces of the JDK cross as references.
 *
 * <p>They are the functional interfaces, which say so by annotation, listeners, and those listed here: what has few
 * methods, all of whose types cross. What is a bag of methods with types of its own, such as {@code Lock} or
 * {@code ScheduledExecutorService}, is not among them.
 */
final class JdkServices {
    private static final Set<Class<?>> OTHERS = Set.of(
            AutoCloseable.class,
            Closeable.class,
            Flushable.class,
            Iterable.class,
            Iterator.class,
            Enumeration.class,
            Executor.class,
            ExecutorService.class,
            Future.class,
            Flow.Subscriber.class,
            Flow.Subscription.class,
            Flow.Processor.class);

    private JdkServices() {}

    static boolean contain(Class<?> type) {
        return type.isInterface()
                && !type.isSealed()
                && ContractSide.isOfJdk(type)
                && ContractSide.isVisible(type)
                && isService(type);
    }

    private static boolean isService(Class<?> type) {
        return type.isAnnotationPresent(FunctionalInterface.class)
                || EventListener.class.isAssignableFrom(type)
                || OTHERS.contains(type);
    }
}
