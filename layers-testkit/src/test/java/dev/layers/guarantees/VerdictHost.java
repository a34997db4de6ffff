package dev.layers.guarantees;

import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Loads, calls and unloads each jar, one after the other, requests collections, and prints the verdicts at the end. */
final class VerdictHost {
    private VerdictHost() {}

    public static void main(String... arguments) throws Exception {
        Class<?> command = Class.forName("bot.Command");
        Duration limit = Duration.parse(arguments[0]);
        LayerManager manager = LayerManager.builder(
                        ServiceContract.builder().provides(command).build())
                .collecting(CollectionPolicy.request(limit))
                .build();
        List<LoadedModule> modules = new ArrayList<>();
        for (int index = 1; index < arguments.length; index++) {
            modules.add(loadAndCall(manager, command, Path.of(arguments[index])));
            modules.get(index - 1).unload();
        }
        for (LoadedModule module : modules) {
            var report = module.reports().get(0);
            System.out.println(report.generation() + " "
                    + report.await(limit.multipliedBy(2)).orElseThrow());
        }
        manager.close();
    }

    @SuppressWarnings("unchecked")
    private static LoadedModule loadAndCall(LayerManager manager, Class<?> command, Path jar) {
        LoadedModule module = manager.load(jar);
        ((UnaryOperator<String>) module.service(command)).apply("ping");
        return module;
    }
}
