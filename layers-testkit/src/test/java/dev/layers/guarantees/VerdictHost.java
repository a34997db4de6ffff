package dev.layers.guarantees;

import dev.layers.CollectionPolicy;
import dev.layers.GenerationPolicy;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LayerManagerBuilder;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Loads, calls and unloads jars: the first one in a manager that requests nothing, then all at once in one that requests
 * collections; prints the verdicts, and who is too many when the first one is loaded again.
 */
final class VerdictHost {
    private final Class<?> command = Class.forName("bot.Command");
    private final Duration limit;

    private VerdictHost(Duration limit) throws ClassNotFoundException {
        this.limit = limit;
    }

    public static void main(String... arguments) throws Exception {
        List<Path> jars = new ArrayList<>();
        for (int index = 1; index < arguments.length; index++) {
            jars.add(Path.of(arguments[index]));
        }
        new VerdictHost(Duration.parse(arguments[0])).run(jars);
    }

    private void run(List<Path> jars) throws Exception {
        try (LayerManager passive = manager()
                .collecting(CollectionPolicy.passive(Duration.ofMillis(300)))
                .build()) {
            UnloadReport unlooked = call(passive.load(jars.get(0))).unload();
            System.out.println("passive " + unlooked.verdict().get(1, TimeUnit.MINUTES));
            requestAll(jars);
            boolean isLater = unlooked.collected()
                    .thenApply(collected -> true)
                    .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            System.out.println("passive later " + (isLater ? unlooked.known().orElseThrow() : "pending"));
        }
    }

    private void requestAll(List<Path> jars) throws Exception {
        List<LayerEvent> events = new CopyOnWriteArrayList<>();
        LayerManager manager = manager()
                .collecting(CollectionPolicy.request(limit))
                .bounding(new GenerationPolicy(1, GenerationPolicy.Excess.WARN))
                .listener(events::add)
                .build();
        for (Path jar : jars) {
            call(manager.load(jar));
        }
        for (UnloadReport report : manager.unloadAll()) {
            System.out.println(report.generation() + " " + report.verdict().get(1, TimeUnit.MINUTES));
        }
        manager.load(jars.get(0));
        System.out.println("too many "
                + events.stream()
                        .filter(LayerEvent.TooManyGenerations.class::isInstance)
                        .map(LayerEvent.TooManyGenerations.class::cast)
                        .map(LayerEvent.TooManyGenerations::uncollected)
                        .toList());
        Runtime.getRuntime().addShutdownHook(new Thread(manager::close));
    }

    private LayerManagerBuilder manager() {
        return LayerManager.builder(ServiceContract.builder().provides(command).build());
    }

    @SuppressWarnings("unchecked")
    private LoadedModule call(LoadedModule module) {
        ((UnaryOperator<String>) module.service(command)).apply("ping");
        return module;
    }
}
