package bot.host;

import bot.Command;
import dev.layers.LayerManager;
import dev.layers.ServiceContract;
import java.nio.file.Path;

/** Has the modules that one file names, and tells what another one would change. */
public final class PlanHost {
    private PlanHost() {}

    public static void main(String[] arguments) {
        ServiceContract contract = ServiceContract.builder().provides(Command.class).build();
        try (LayerManager manager = LayerManager.builder(contract).build()) {
            manager.apply(Path.of("before.json"));
            System.out.println(manager.plan(Path.of("after.json")).text());
        }
    }
}
