package acme;

import bot.Command;
import java.util.concurrent.CountDownLatch;

/** Waits until it is interrupted. */
public final class Waiting implements Command {
    @Override
    public String run(String arguments) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return "interrupted";
    }
}
