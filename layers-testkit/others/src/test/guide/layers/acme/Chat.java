package acme;

import dev.layers.module.ModuleContext;
import dev.layers.module.ModuleLifecycle;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

public class Chat implements ModuleLifecycle {
    private final AtomicLong beats = new AtomicLong();

    @Override
    public void start(ModuleContext context) {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(1, context.threadFactory());
        context.onUnload(clock::shutdownNow);
        clock.scheduleAtFixedRate(beats::incrementAndGet, 0, 1, TimeUnit.SECONDS);
    }
}
