package dev.layers.sample.chat;

import dev.layers.module.ModuleContext;
import dev.layers.module.ModuleLifecycle;
import dev.layers.module.UnloadContext;
import java.util.concurrent.atomic.AtomicLong;

/** Beats on a thread of its own until the module is unloaded. */
public final class Heartbeat implements ModuleLifecycle {
    static final AtomicLong BEATS = new AtomicLong();

    private static final long PAUSE_MILLIS = 50;

    private final Thread thread = new Thread(this::beat, "chat-heartbeat");

    @Override
    public void start(ModuleContext context) {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void beforeUnload(UnloadContext context) throws InterruptedException {
        thread.interrupt();
        thread.join(context.timeLeft().toMillis());
    }

    private void beat() {
        try {
            while (true) {
                BEATS.incrementAndGet();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
