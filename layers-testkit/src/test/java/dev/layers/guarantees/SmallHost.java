package dev.layers.guarantees;

import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import dev.layers.Weaving;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A host that loads a module in each way of weaving, calls it once and prints what its unload came to. */
final class SmallHost {
    private SmallHost() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("absent "
                + Stream.of("java.sql", "java.logging", "java.desktop")
                        .noneMatch(name -> ModuleLayer.boot().findModule(name).isPresent()));
        Weaving[] all = {Weaving.AS_WRITTEN, Weaving.WOVEN};
        for (Weaving weaving : arguments.length > 1 ? new Weaving[] {Weaving.valueOf(arguments[1])} : all) {
            System.out.println(weaving + " " + outcome(weaving, Path.of(arguments[0])));
        }
    }

    @SuppressWarnings("unchecked")
    private static String outcome(Weaving weaving, Path jar) throws Exception {
        Class<?> command = Class.forName("bot.Command");
        ServiceContract contract = ServiceContract.builder().provides(command).build();
        try (LayerManager manager = LayerManager.builder(contract)
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .build()) {
            LoadedModule module = manager.load(LoadOptions.standard().weaving(weaving), jar);
            ((UnaryOperator<String>) module.service(command)).apply("ping");
            UnloadReport report = module.unload();
            return report.undone() + " " + report.findings() + " "
                    + report.verdict().join().getClass().getSimpleName();
        }
    }
}
