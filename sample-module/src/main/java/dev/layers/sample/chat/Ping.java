package dev.layers.sample.chat;

import dev.layers.module.ModuleContext;
import dev.layers.module.ModuleLifecycle;
import dev.layers.sample.contract.Command;
import dev.layers.sample.contract.Room;

/** Answers a ping, and says which generation answered in which room. */
public final class Ping implements Command, ModuleLifecycle {
    private static final String ANSWER = "pong";

    private volatile String place = "";

    @Override
    public void start(ModuleContext context) {
        place = "from " + context.name() + "#" + context.generation() + " in room '"
                + context.service(Room.class).name() + "'";
    }

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public String summary() {
        return "answers, to show that the module is there";
    }

    @Override
    public String run(String arguments) {
        return String.join(" ", ANSWER, arguments, place).replace("  ", " ");
    }
}
