package acme;

import bot.Command;

/** Is named nowhere. */
public final class Hidden implements Command {
    @Override
    public String run(String arguments) {
        return "hidden";
    }
}
