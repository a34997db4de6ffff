package acme.fonts;

import bot.Command;

/** A module that others stand on: its public method has a type of the contract. */
public final class Fonts implements Command {
    @Override
    public String run(String arguments) {
        return "*" + arguments + "*";
    }

    public static Command bold() {
        return new Fonts();
    }
}
