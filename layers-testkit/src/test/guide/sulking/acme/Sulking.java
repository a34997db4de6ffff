package acme;

import bot.Command;
import dev.layers.module.ModuleLifecycle;
import dev.layers.module.UnloadContext;

/** Does not go quietly. */
public final class Sulking implements Command, ModuleLifecycle {
    @Override
    public String run(String arguments) {
        return "hm";
    }

    @Override
    public void beforeUnload(UnloadContext context) {
        throw new IllegalStateException("The account is still open");
    }
}
