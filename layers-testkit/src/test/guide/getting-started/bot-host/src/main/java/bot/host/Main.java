package bot.host;

import bot.Command;
import dev.layers.CollectionPolicy;
import dev.layers.ExplanationPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Loads a module, calls it, reloads it, unloads it. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        ServiceContract contract = ServiceContract.builder().provides(Command.class).build();
        try (LayerManager manager = LayerManager.builder(contract)
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .explaining(ExplanationPolicy.heapDump())
                .build()) {
            LoadedModule chat = manager.load(jar);
            Command ping = chat.service(Command.class);
            System.out.println(chat.generation() + " says: " + ping.run("hello"));

            System.out.println("Now rebuild it, then press Enter");
            System.in.read();
            chat.reload();
            System.out.println(chat.generation() + " says: " + ping.run("hello"));

            UnloadReport report = chat.unload();
            report.verdict().join();
            System.out.println(report.text());
        }
    }
}
