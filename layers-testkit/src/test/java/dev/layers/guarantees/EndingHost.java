package dev.layers.guarantees;

import dev.layers.ArtifactPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A host that unloads its module while its JVM ends. */
final class EndingHost {
    private EndingHost() {}

    /** Loads and calls the artifact that the first argument names. */
    @SuppressWarnings("unchecked")
    public static void main(String[] arguments) throws Exception {
        Class<?> command = Class.forName("bot.Command");
        LayerManager manager = LayerManager.builder(
                        ServiceContract.builder().provides(command).build())
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .build();
        LoadedModule module = manager.load(Path.of(arguments[0]));
        ((UnaryOperator<String>) module.service(command)).apply("ping");
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> System.out.println("undone: " + module.unload().undone())));
    }
}
