package acme;

import bot.Command;
import java.util.ServiceLoader;

/** Looks its own services up. */
public final class Spell implements Command {
    // @start region="run"
    @Override
    public String run(String word) {
        ModuleLayer layer = Spell.class.getModule().getLayer();
        return ServiceLoader.load(layer, Dictionary.class).stream()
                .map(ServiceLoader.Provider::get)
                .anyMatch(dictionary -> dictionary.has(word)) ? "correct" : "unknown";
    }
    // @end
}
