package bot.host;

import bot.Command;
import bot.Message;
import bot.Room;
import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import dev.layers.preflight.PreflightReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Says what a load would find; loads, calls and unloads what would be accepted. */
public final class CheckHost implements Room {
    private CheckHost() {}

    public static void main(String[] arguments) {
        ServiceContract contract = ServiceContract.builder()
                .provides(Command.class)
                .uses(Room.class, new CheckHost())
                .build();
        try (LayerManager manager = LayerManager.builder(contract)
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .build()) {
            Path artifact = Path.of("plugins", arguments[0]);
            // @start region="check"
            PreflightReport found = manager.check(artifact);
            System.out.println(found.text());
            // @end
            if (found.isAccepted()) {
                call(manager.load(artifact));
            }
        }
    }

    private static void call(LoadedModule module) {
        System.out.println(answer(module.service(Command.class)));
        UnloadReport report = module.unload();
        report.verdict().join();
        System.out.println(report.isClean() ? report.generation() + " unloaded clean" : report.text());
    }

    private static String answer(Command command) {
        try {
            return command.run("ann");
        } catch (RuntimeException | LinkageError failed) {
            return "failed: " + failed;
        }
    }

    @Override
    public void say(String text) {
        System.out.println("said: " + text);
    }

    @Override
    public void onMessage(Consumer<Message> listener) {}
}
