package dev.layers.guarantees;

import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Calls a module that uses the desktop of the JDK, with Layers or in a bare layer, and prints whether it is collected. */
final class DesktopHost {
    private DesktopHost() {}

    public static void main(String... arguments) throws Exception {
        Path jar = Path.of(arguments[1]);
        String outcome = arguments[0].equals("bare") ? "" + BareLayer.isCollected(bare(jar)) : layers(jar);
        System.out.println("collected: " + outcome);
    }

    private static WeakReference<ModuleLayer> bare(Path jar) {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("chat"));
        ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
        call(ServiceLoader.load(layer, UnaryOperator.class).findFirst().orElseThrow());
        return new WeakReference<>(layer);
    }

    private static String layers(Path jar) throws Exception {
        ServiceContract contract =
                ServiceContract.builder().provides(UnaryOperator.class).build();
        try (LayerManager manager = LayerManager.builder(contract)
                .collecting(CollectionPolicy.request(Duration.ofSeconds(20)))
                .build()) {
            LoadedModule module = manager.load(jar);
            call(module.service(UnaryOperator.class));
            UnloadReport report = module.unload();
            return report.await(Duration.ofSeconds(30)).isPresent() && report.isClean() ? "true" : report.text();
        }
    }

    @SuppressWarnings("unchecked")
    private static void call(UnaryOperator<?> operator) {
        ((UnaryOperator<String>) operator).apply("text");
    }
}
