package bot.host;

import bot.Command;
import dev.layers.CollectionPolicy;
import dev.layers.DeploymentReport;
import dev.layers.LayerManager;
import dev.layers.ServiceContract;
import java.nio.file.Path;
import java.time.Duration;

/** Loads all modules of a directory, in the order of what they require. */
public final class SetHost {
    private SetHost() {}

    public static void main(String[] arguments) {
        ServiceContract contract = ServiceContract.builder().provides(Command.class).build();
        try (LayerManager manager = LayerManager.builder(contract)
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .build()) {
            // @start region="set"
            DeploymentReport loaded = manager.loadAll(Path.of("plugins"));
            System.out.println(loaded.text());
            manager.services(Command.class).forEach(command -> System.out.println(command.run("ann")));
            // @end
        }
    }
}
