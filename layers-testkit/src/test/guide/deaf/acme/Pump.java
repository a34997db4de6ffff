package acme;

import bot.Command;
import java.util.concurrent.SynchronousQueue;

/** Has a thread that ignores interrupts. */
// @start region="pump"
public final class Pump implements Command {
    private final SynchronousQueue<String> queue = new SynchronousQueue<>();

    @Override
    public String run(String arguments) {
        Thread thread = new Thread(this::pump, "acme-pump");
        thread.setDaemon(true);
        thread.start();
        return "pumping";
    }

    private void pump() {
        while (true) {
            try {
                queue.take();
            } catch (InterruptedException ignored) {
                continue;       // the mistake: nobody can end this thread any more
            }
        }
    }
}
// @end
