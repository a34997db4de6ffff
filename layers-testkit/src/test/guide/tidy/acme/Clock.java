package acme;

import bot.Command;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Forgets all that it starts. */
// @start region="clock"
public final class Clock implements Command {
    private static final ThreadLocal<Clock> LAST = new ThreadLocal<>();

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final Timer timer = new Timer("acme-timer", true);

    @Override
    public String run(String arguments) {
        LAST.set(this);
        pool.execute(() -> {});
        timer.schedule(tick(), 60_000, 60_000);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "acme-hook"));
        return "tick " + arguments;
    }
    // @end

    private static TimerTask tick() {
        return new TimerTask() {
            @Override
            public void run() {}
        };
    }
    // @start region="clock"
}
// @end
