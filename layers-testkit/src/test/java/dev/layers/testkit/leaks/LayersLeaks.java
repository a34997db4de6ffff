package dev.layers.testkit.leaks;

import dev.layers.ArtifactPolicy;
import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the catalogue with Layers. */
final class LayersLeaks extends LeakRun {
    private final LayerManager manager = LayerManager.builder(
                    ServiceContract.builder().provides(Runnable.class).build())
            .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
            .collecting(CollectionPolicy.request(Duration.ofSeconds(30)))
            .unloading(UnloadPolicy.standard().threadsFor(Duration.ofSeconds(1)))
            .build();
    private final Map<String, UnloadReport> reports = new LinkedHashMap<>();

    public static void main(String[] arguments) throws Exception {
        new LayersLeaks().run(arguments);
    }

    @Override
    void run(String leak, Path jar) throws Exception {
        LoadedModule module = manager.load(jar);
        Runnable provider = module.service(Runnable.class);
        onCaller(() -> {
            provider.run();
            return null;
        });
        reports.put(leak, module.unload());
    }

    @Override
    List<String> lines() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, UnloadReport> unloaded : reports.entrySet()) {
            UnloadReport report = unloaded.getValue();
            Verdict verdict = report.verdict().get();
            lines.add(String.join(
                    "\t",
                    unloaded.getKey(),
                    verdict instanceof Verdict.Collected
                            ? "COLLECTED"
                            : verdict instanceof Verdict.Retained ? "RETAINED" : "UNCONFIRMED",
                    "undone " + report.undone(),
                    "left " + report.findings()));
        }
        return lines;
    }
}
