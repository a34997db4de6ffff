package dev.layers.internal.woven;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** The API of virtual threads, by name: it came with JDK 21, and only code that was compiled against it comes here. */
final class VirtualThreads {
    private VirtualThreads() {}

    static Thread start(Runnable code) {
        return (Thread) call(Thread.class, "startVirtualThread", Runnable.class, code);
    }

    static ExecutorService perTask(ThreadFactory factory) {
        return (ExecutorService) call(Executors.class, "newThreadPerTaskExecutor", ThreadFactory.class, factory);
    }

    /** Returns the factory of unnamed virtual threads. */
    static ThreadFactory factory() {
        try {
            return factory(Thread.class.getMethod("ofVirtual").invoke(null));
        } catch (ReflectiveOperationException absent) {
            throw new UnsupportedOperationException("This JDK has no virtual threads", absent);
        }
    }

    /** Returns the factory of threads as {@code builder} makes them. */
    static ThreadFactory factory(Object builder) {
        try {
            Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
            return (ThreadFactory) factory.invoke(builder);
        } catch (ReflectiveOperationException absent) {
            throw new UnsupportedOperationException("This JDK has no virtual threads", absent);
        }
    }

    private static <T> Object call(Class<?> type, String method, Class<T> parameter, T argument) {
        try {
            return type.getMethod(method, parameter).invoke(null, argument);
        } catch (InvocationTargetException thrown) {
            throw unchecked(thrown.getTargetException());
        } catch (ReflectiveOperationException absent) {
            throw new UnsupportedOperationException("This JDK has no virtual threads", absent);
        }
    }

    /** Throws errors, and returns everything else to be thrown. */
    static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException failure ? failure : new IllegalStateException(thrown);
    }
}
