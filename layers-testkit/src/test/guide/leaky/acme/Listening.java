package acme;

import bot.Command;
import bot.Registry;

/** Puts itself where nobody can take it away. */
// @start region="listening"
public final class Listening implements Command {
    private int heard;

    @Override
    public String run(String arguments) {
        Registry.add(() -> heard++);
        return "listening";
    }
}
// @end
