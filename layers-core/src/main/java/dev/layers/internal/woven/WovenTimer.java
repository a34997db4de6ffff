package dev.layers.internal.woven;

import java.util.Date;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/** The timer that modules make and extend. */
public class WovenTimer extends Timer {
    private static final long HOUR = 3_600_000;

    private final String text;

    /** As that of the JDK. */
    public WovenTimer() {
        this(false);
    }

    /** As that of the JDK. */
    public WovenTimer(boolean isDaemon) {
        super(isDaemon);
        text = "timer";
        recordIn(Workers.ofMaker(this), this);
    }

    /** As that of the JDK. */
    public WovenTimer(String name) {
        this(name, false);
    }

    /** As that of the JDK. */
    public WovenTimer(String name, boolean isDaemon) {
        super(name, isDaemon);
        text = "timer '" + name + "'";
        recordIn(Workers.ofMaker(this), this);
    }

    static void recordIn(Workers workers, WovenTimer timer) {
        workers.add(timer, new Ending());
    }

    @Override
    public void schedule(TimerTask task, long delay) {
        WovenTimerTask.schedule(task, this);
        super.schedule(task, delay);
    }

    @Override
    public void schedule(TimerTask task, Date time) {
        WovenTimerTask.schedule(task, this);
        super.schedule(task, time);
    }

    @Override
    public void schedule(TimerTask task, long delay, long period) {
        WovenTimerTask.schedule(task, this);
        super.schedule(task, delay, period);
    }

    @Override
    public void schedule(TimerTask task, Date firstTime, long period) {
        WovenTimerTask.schedule(task, this);
        super.schedule(task, firstTime, period);
    }

    @Override
    public void scheduleAtFixedRate(TimerTask task, long delay, long period) {
        WovenTimerTask.schedule(task, this);
        super.scheduleAtFixedRate(task, delay, period);
    }

    @Override
    public void scheduleAtFixedRate(TimerTask task, Date firstTime, long period) {
        WovenTimerTask.schedule(task, this);
        super.scheduleAtFixedRate(task, firstTime, period);
    }

    private Optional<String> end() {
        boolean isAlive = isAlive();
        super.cancel();
        return isAlive ? Optional.of(text + " was cancelled") : Optional.empty();
    }

    /** One that was cancelled, or died of what a task threw, takes nothing more. */
    private boolean isAlive() {
        try {
            super.schedule(new Nothing(), HOUR);
            return true;
        } catch (IllegalStateException over) {
            return false;
        }
    }

    /** Asks a timer whether it takes tasks. */
    private static final class Nothing extends TimerTask {
        @Override
        public void run() {}
    }

    /** How such a timer ends: by the JDK's code, whatever the module overrides. */
    private static final class Ending implements Engine<WovenTimer> {
        @Override
        public Optional<String> close(WovenTimer timer) {
            return timer.end();
        }
    }
}
