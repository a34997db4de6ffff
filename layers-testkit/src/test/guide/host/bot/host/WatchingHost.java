package bot.host;

import bot.Command;
import dev.layers.DirectoryWatch;
import dev.layers.LayerManager;
import dev.layers.ServiceContract;
import java.nio.file.Path;

/** Loads what lies in a directory, and follows what happens to it. */
public final class WatchingHost {
    private WatchingHost() {}

    public static void main(String[] arguments) {
        ServiceContract contract = ServiceContract.builder().provides(Command.class).build();
        try (LayerManager manager = LayerManager.builder(contract).build()) {
            // @start region="watch"
            DirectoryWatch watch = manager.watch(Path.of("plugins"));     // closed with the manager
            watch.first().join();                                         // what lay there is loaded
            // @end
            manager.services(Command.class).forEach(command -> System.out.println(command.run("ann")));
        }
    }
}
