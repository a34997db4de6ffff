package acme;

import bot.Command;
import acme.mapper.Mapper;
import acme.model.Settings;

/** Has a library look into its objects. */
public final class Save implements Command {
    @Override
    public String run(String arguments) {
        return Mapper.write(new Settings(arguments));
    }
}
