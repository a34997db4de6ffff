package bot.host;

import bot.Command;
import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import java.nio.file.Path;
import java.time.Duration;

/** Unloads a module while a call runs, and once more when it has ended. */
public final class RefusedHost {
    private RefusedHost() {}

    public static void main(String[] arguments) throws InterruptedException {
        ServiceContract contract = ServiceContract.builder().provides(Command.class).build();
        try (LayerManager manager = LayerManager.builder(contract)
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .unloading(UnloadPolicy.standard().drainFor(Duration.ofSeconds(1)))
                .build()) {
            LoadedModule module = manager.load(Path.of("plugins", "waiting.jar"));
            Command waiting = module.service(Command.class);
            Thread caller = new Thread(() -> waiting.run("ann"), "caller");
            caller.start();
            while (caller.getState() != Thread.State.WAITING) {
                Thread.sleep(10);
            }
            System.out.println(module.unload().text());
            // @start region="again"
            caller.interrupt();
            caller.join();
            System.out.println(module.unload().verdict().join().getClass().getSimpleName());
            // @end
        }
    }
}
