package dev.layers.guarantees;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Unloads a module and requests no collection for a second, then one itself; then unloads another and closes. */
final class PassiveHost {
    private PassiveHost() {}

    public static void main(String... arguments) throws Exception {
        LayerManager manager = LayerManager.builder(ServiceContract.builder()
                        .provides(Class.forName("bot.Command"))
                        .build())
                .build();
        Path jar = Path.of(arguments[0]);
        UnloadReport first = manager.load(jar).unload();
        System.out.println("first after a second: " + text(first, Duration.ofSeconds(1)));
        for (int count = 0; count < 40 && !first.verdict().isDone(); count++) {
            System.gc();
            first.await(Duration.ofMillis(250));
        }
        System.out.println("first after collections: " + text(first, Duration.ZERO));
        LoadedModule second = manager.load(jar);
        UnloadReport report = second.unload();
        System.out.println("second before close: " + text(report, Duration.ZERO));
        manager.close();
        System.out.println("second after close: " + report.verdict().get(10, TimeUnit.SECONDS));
    }

    private static String text(UnloadReport report, Duration limit) throws InterruptedException {
        return report.await(limit).map(Object::toString).orElse("pending");
    }
}
