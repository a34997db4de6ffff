package dev.layers.internal.woven;

import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Stands in for what makes threads other than by their constructors. */
public final class WovenThreads {
    private WovenThreads() {}

    /** As that of {@code Thread}. */
    public static Thread startVirtualThread(Runnable code) {
        Thread started = VirtualThreads.start(code);
        Workers.current().add(started);
        return started;
    }

    /** As that of {@code ThreadFactory}. */
    public static @Nullable Thread newThread(ThreadFactory factory, Runnable code) {
        Thread made = factory.newThread(code);
        made(made);
        return made;
    }

    /** As that of {@code Thread.Builder}, which may be absent. */
    public static ThreadFactory factory(Object builder) {
        return RecordingFactory.recording(VirtualThreads.factory(builder));
    }

    /** Is shown what makers of threads made. */
    public static void made(@Nullable Object made) {
        if (made instanceof Thread thread) {
            Workers.current().add(thread);
        }
    }
}
