package dev.layers.sample.chat;

import dev.layers.sample.contract.Command;

/** Tells how often the heart has beaten in this generation. */
public final class Beats implements Command {
    @Override
    public String name() {
        return "beats";
    }

    @Override
    public String summary() {
        return "counts what the module does in the background";
    }

    @Override
    public String run(String arguments) {
        return Heartbeat.BEATS.get() + " beats";
    }
}
