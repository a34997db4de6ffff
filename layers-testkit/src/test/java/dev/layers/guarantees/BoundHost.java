package dev.layers.guarantees;

import dev.layers.CollectionPolicy;
import dev.layers.GenerationPolicy;
import dev.layers.GenerationPolicy.Excess;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Reloads a module again and again where one generation that is left refuses the next, and prints the last one. */
final class BoundHost {
    private BoundHost() {}

    public static void main(String... arguments) throws Exception {
        Class<?> command = Class.forName("bot.Command");
        int reloads = Integer.parseInt(arguments[1]);
        try (LayerManager manager = LayerManager.builder(
                        ServiceContract.builder().provides(command).build())
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .bounding(new GenerationPolicy(1, Excess.REFUSE))
                .build()) {
            LoadedModule module = manager.load(Path.of(arguments[0]));
            for (int round = 0; round < reloads; round++) {
                call(module, command);
                module.reload();
            }
            System.out.println(module.generation());
        }
    }

    @SuppressWarnings("unchecked")
    private static void call(LoadedModule module, Class<?> command) {
        ((UnaryOperator<String>) module.service(command)).apply("ping");
    }
}
