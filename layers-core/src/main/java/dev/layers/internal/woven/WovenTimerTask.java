package dev.layers.internal.woven;

import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** The timer task that modules extend; as long as it is pending its timer is known, whoever dropped it. */
public abstract class WovenTimerTask extends TimerTask {
    @SuppressWarnings("UnusedVariable") // being held is its use
    private volatile @Nullable WovenTimer timer;

    /** As that of the JDK. */
    protected WovenTimerTask() {}

    @Override
    public boolean cancel() {
        timer = null;
        return super.cancel();
    }

    static void schedule(TimerTask task, WovenTimer timer) {
        if (task instanceof WovenTimerTask woven) {
            woven.timer = timer;
        }
    }
}
