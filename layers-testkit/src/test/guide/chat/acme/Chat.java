package acme;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import bot.Command;
import bot.Room;
import dev.layers.module.ModuleContext;
import dev.layers.module.ModuleLifecycle;
import dev.layers.module.UnloadContext;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Uses all that a module is given. */
// @start region="chat"
public final class Chat implements Command, ModuleLifecycle {
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(100);
    private volatile Room room;
    private volatile Path file;

    @Override
    public void start(ModuleContext context) {
        room = context.service(Room.class);                                     // what the host lends
        file = context.temporaryDirectory().resolve("chat.log");                // deleted at unload
        context.executor().execute(this::write);                                // ended at unload
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(1, context.threadFactory());
        context.onUnload(clock::shutdownNow);                                   // called at unload, before threads are ended
        clock.scheduleAtFixedRate(() -> lines.offer("tick"), 1, 1, TimeUnit.HOURS);
        room.say("hello from " + context.name() + "#" + context.generation());
    }

    @Override
    public void probe() throws IOException {
        Files.writeString(file, "");                                            // throws if the disk is full: not loaded
    }

    @Override
    public void beforeUnload(UnloadContext context) {
        room.say("good bye, " + context.reason());                              // the context has timeLeft() as well
    }

    private void write() {
        try (Writer log = Files.newBufferedWriter(file, CREATE, APPEND)) {
            while (true) {
                log.write(lines.take() + System.lineSeparator());
            }
        } catch (InterruptedException unloaded) {
            Thread.currentThread().interrupt();                                 // leave; do not go on
        } catch (IOException broken) {
            room.say("The log cannot be written: " + broken.getMessage());
        }
    }

    @Override
    public String run(String text) {
        return lines.offer(text) ? "noted: " + text : "too much at once";
    }
}
// @end
