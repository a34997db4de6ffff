package bot.host;

import bot.Command;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import java.nio.file.Path;

/** Reloads a module that has state. */
public final class ScoresHost {
    private ScoresHost() {}

    public static void main(String[] arguments) {
        ServiceContract contract = ServiceContract.builder().provides(Command.class).build();
        try (LayerManager manager = LayerManager.builder(contract).build()) {
            LoadedModule scores = manager.load(Path.of("plugins", "scores.jar"));
            Command score = scores.service(Command.class);
            System.out.println(score.run("ann"));
            System.out.println(score.run("ann"));
            scores.reload();
            System.out.println(score.run("ann") + " in " + scores.generation());
        }
    }
}
