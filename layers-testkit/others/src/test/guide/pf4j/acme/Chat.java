package acme;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.pf4j.Plugin;

public class Chat extends Plugin {
    private final AtomicLong beats = new AtomicLong();
    private ScheduledExecutorService clock;

    @Override
    public void start() {
        clock = Executors.newScheduledThreadPool(1);
        clock.scheduleAtFixedRate(beats::incrementAndGet, 0, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        clock.shutdownNow();
    }
}
