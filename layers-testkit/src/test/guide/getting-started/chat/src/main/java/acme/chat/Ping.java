package acme.chat;

import bot.Command;

/** Answers a ping. */
public final class Ping implements Command {
    @Override
    public String run(String arguments) {
        return "pong " + arguments;
    }
}
