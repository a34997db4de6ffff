package bot.host;

import bot.Command;
import dev.layers.CollectionPolicy;
import dev.layers.ExplanationPolicy;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.Verdict;
import java.nio.file.Path;
import java.time.Duration;

/** Watches all unloads in one place. */
public final class ListeningHost {
    private ListeningHost() {}

    public static void main(String[] arguments) {
        ServiceContract contract = ServiceContract.builder().provides(Command.class).build();
        try (LayerManager manager = LayerManager.builder(contract)
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .explaining(ExplanationPolicy.heapDump())
                .listener(ListeningHost::tell)
                .build()) {
            LoadedModule module = manager.load(Path.of("plugins", arguments[0] + ".jar"));
            module.service(Command.class).run("ann");
            module.unload().verdict().join();
        }
    }

    // @start region="tell"
    private static void tell(LayerEvent event) {
        if (event instanceof LayerEvent.Unloaded unloaded) {
            unloaded.report().findings().forEach(finding -> warn(unloaded.report().generation(), finding));
        } else if (event instanceof LayerEvent.Judged judged && judged.verdict() instanceof Verdict.Retained retained) {
            retained.retention().paths().forEach(path -> warn(judged.generation(), path.cause() + "; " + path.advice()));
        }
    }

    private static void warn(Object generation, String what) {
        System.out.println("WARN " + generation + ": " + what);
    }
    // @end
}
