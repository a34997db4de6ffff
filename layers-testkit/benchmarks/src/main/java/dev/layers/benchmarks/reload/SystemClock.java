package dev.layers.benchmarks.reload;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The clock of the JVM. */
final class SystemClock implements Beats.Clock {
    @Override
    public long now() {
        return System.nanoTime();
    }

    @Override
    public void sleepUntil(long time) {
        for (long left = time - now(); left > 0; left = time - now()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
        }
    }
}
