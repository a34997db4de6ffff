package bot.host;

import bot.Command;
import dev.layers.CollectionPolicy;
import dev.layers.ExplanationPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;

/** Calls a module, unloads it, and prints the report. */
public final class ReportHost {
    private ReportHost() {}

    public static void main(String[] arguments) {
        ServiceContract contract = ServiceContract.builder().provides(Command.class).build();
        // @start region="manager"
        LayerManager manager = LayerManager.builder(contract)
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .explaining(ExplanationPolicy.heapDump())
                .unloading(UnloadPolicy.standard().threadsFor(Duration.ofSeconds(1)))
                .build();
        // @end
        try (manager) {
            LoadedModule module = manager.load(Path.of("plugins", arguments[0] + ".jar"));
            module.service(Command.class).run("ann");
            // @start region="report"
            UnloadReport report = module.unload();
            report.verdict().join();                    // does not end under CollectionPolicy.passive() until the JVM collects
            System.out.println(report.text());
            // @end
        }
    }
}
