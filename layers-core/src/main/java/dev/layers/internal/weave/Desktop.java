package dev.layers.internal.weave;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.spi.IIORegistry;

/**
 * Windows, images and fonts of the JDK.
 *
 * <p>They keep the context class loader of the thread that uses them first, for as long as the JVM runs.
 */
final class Desktop {
    private final AtomicBoolean used = new AtomicBoolean();

    /** Uses them first, once, with the class loader of the host. */
    void use() {
        if (isPresent() && used.compareAndSet(false, true)) {
            Thread first = new Thread(Desktop::begin, "layers-desktop");
            first.setContextClassLoader(ClassLoader.getSystemClassLoader());
            first.setDaemon(true);
            first.start();
            join(first);
        }
    }

    /** The registry of image formats needs no display, and makes what all of them share. */
    private static void begin() {
        IIORegistry.getDefaultInstance();
    }

    private static boolean isPresent() {
        return ModuleLayer.boot().findModule("java.desktop").isPresent();
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
