package acme;

import dev.layers.module.ModuleContext;
import dev.layers.module.ModuleLifecycle;
import dev.layers.module.UnloadContext;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;

// @start region="heartbeat"
public final class Heartbeat implements ModuleLifecycle {
    public void start(ModuleContext context) {
        context.executor().execute(this::beat);     // its threads are stopped and waited for at unload
        context.onUnload(openSocket());             // closed at unload, last registered first
    }
    public void beforeUnload(UnloadContext context) {
        saveState();                                // once per generation, under a deadline
    }
    // @end

    private void beat() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static DatagramSocket openSocket() {
        try {
            return new DatagramSocket();
        } catch (SocketException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static void saveState() {
        System.setProperty("heartbeat.saved", "true");
    }
    // @start region="heartbeat"
}
// @end
