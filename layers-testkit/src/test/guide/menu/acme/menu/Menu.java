package acme.menu;

import acme.fonts.Fonts;
import bot.Command;

/** Stands on another module. */
public final class Menu implements Command {
    @Override
    public String run(String arguments) {
        return "menu: " + Fonts.bold().run(arguments);
    }
}
