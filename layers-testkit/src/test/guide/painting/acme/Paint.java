package acme;

import bot.Command;
import acme.colors.Colors;

/** Uses a library that the module brings along. */
public final class Paint implements Command {
    @Override
    public String run(String arguments) {
        return Colors.red(arguments);
    }
}
