package bot.host;

import bot.Command;
import dev.layers.LayerManager;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import java.nio.file.Path;

/** Requests no collection. */
public final class PassiveHost {
    private PassiveHost() {}

    public static void main(String[] arguments) {
        ServiceContract contract = ServiceContract.builder().provides(Command.class).build();
        try (LayerManager manager = LayerManager.builder(contract).build()) {
            UnloadReport report = manager.load(Path.of("plugins", "spelling.jar")).unload();
            System.out.println(report.text());
        }
    }
}
