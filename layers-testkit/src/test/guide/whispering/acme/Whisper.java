package acme;

import bot.Command;
import bot.Room;
import dev.layers.module.ModuleContext;
import dev.layers.module.ModuleLifecycle;

/** Needs a method that only a newer contract has. */
public final class Whisper implements Command, ModuleLifecycle {
    private volatile Room room;

    @Override
    public void start(ModuleContext context) {
        room = context.service(Room.class);
    }

    // @start region="run"
    @Override
    public String run(String text) {
        room.whisper("ann", text);      // in 'bot.api' 1.1, not in the 1.0 of the host
        return "whispered";
    }
    // @end
}
