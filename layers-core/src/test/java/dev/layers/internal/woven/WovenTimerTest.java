package dev.layers.internal.woven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TimerTask;
import org.junit.jupiter.api.Test;

class WovenTimerTest {
    private static final String NAME = "acme-dropped-timer";

    @Test
    void timer_droppedIdle_isReaped() throws Exception {
        makeAndDrop();

        for (int tried = 0; tried < 200 && isRunning(); tried++) {
            System.gc();
            Thread.sleep(10);
        }

        assertThat(isRunning()).isFalse();
    }

    @Test
    void task_knowsItsTimerUntilItIsCancelled() {
        WovenTimer timer = new WovenTimer("acme-timer", true);
        TimerTask first = idle();
        TimerTask task = idle();
        // the thread of a timer itself throws out the first task, if that is cancelled while it looks
        timer.schedule(first, 3_600_000);

        timer.schedule(task, 7_200_000);

        assertThat(task.cancel()).isTrue();
        assertThat(timer.purge()).isEqualTo(1);
        timer.cancel();
    }

    private static TimerTask idle() {
        return new WovenTimerTask() {
            @Override
            public void run() {}
        };
    }

    @Test
    void timer_thatDied_isNotTold() throws Exception {
        Workers workers = new Workers();
        WovenTimer timer = new WovenTimer("acme-dying-timer", true);
        WovenTimer.recordIn(workers, timer);
        Thread thread = Thread.getAllStackTraces().keySet().stream()
                .filter(running -> running.getName().equals("acme-dying-timer"))
                .findFirst()
                .orElseThrow();
        thread.setUncaughtExceptionHandler((dying, expected) -> {});

        timer.schedule(
                new WovenTimerTask() {
                    @Override
                    public void run() {
                        throw new IllegalStateException();
                    }
                },
                0);
        thread.join();

        assertThat(closed(workers)).isEmpty();
    }

    @Test
    void timer_isToldOnce() {
        Workers workers = new Workers();
        WovenTimer timer = new WovenTimer("acme-timer", true);
        WovenTimer.recordIn(workers, timer);

        assertThat(closed(workers)).containsExactly("timer 'acme-timer' was cancelled");
        assertThat(closed(workers)).isEmpty();
        timer.cancel();
    }

    private static List<String> closed(Workers workers) {
        Chores chores = new Chores();
        workers.close(chores);
        chores.run();
        return chores.done();
    }

    private static void makeAndDrop() {
        WovenTimer timer = new WovenTimer(NAME, true);
        assertThat(isRunning()).isTrue();
        timer.purge();
    }

    private static boolean isRunning() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(NAME));
    }
}
