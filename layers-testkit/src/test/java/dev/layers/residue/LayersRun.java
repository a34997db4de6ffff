package dev.layers.residue;

import dev.layers.ArtifactPolicy;
import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs modules with Layers, unloads them, and writes what was said of each and what is left. */
final class LayersRun {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A thread that is about to end is interrupted if it has not after a fifth of that. */
    private static final UnloadPolicy POLICY = UnloadPolicy.standard().threadsFor(Duration.ofSeconds(5));

    private final HostSide host;

    private LayersRun(HostSide host) {
        this.host = host;
    }

    /** Takes the contract's jar, the list of jobs and the file for the outcomes. */
    public static void main(String[] arguments) throws Exception {
        LayersRun run = new LayersRun(HostSide.of(Path.of(arguments[0])));
        List<String> outcomes = run.outcomes(Job.read(Path.of(arguments[1])));
        Files.write(Path.of(arguments[2]), outcomes);
        Runtime.getRuntime().halt(0);
    }

    private List<String> outcomes(List<Job> jobs) throws Exception {
        LayerManager manager = LayerManager.builder(
                        ServiceContract.builder().provides(host.command()).build())
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .collecting(CollectionPolicy.request(PATIENCE))
                .unloading(POLICY)
                .build();
        List<Unloaded> all = new ArrayList<>();
        for (Job job : jobs) {
            all.add(unload(manager, job));
        }
        List<String> lines = new ArrayList<>();
        for (Unloaded unloaded : all) {
            lines.add(unloaded.outcome().line());
        }
        return lines;
    }

    private Unloaded unload(LayerManager manager, Job job) throws Exception {
        Traces before = Traces.now();
        try {
            LoadedModule module = manager.load(job.jar(), job.libraries().toArray(Path[]::new));
            if (job.driver() == Row.Driver.CALL) {
                host.call(module.service(host.command()));
            }
            UnloadReport report = module.unload();
            return new Unloaded(job.name(), report, before, Quiet.since(before, Quiet.SHORT), "");
        } catch (Exception | LinkageError failure) {
            String text = Outcome.failure(job.name(), failure).state();
            return new Unloaded(job.name(), null, before, List.of(), text);
        }
    }

    /** A module that was unloaded, or failed before. */
    private record Unloaded(
            String name, @Nullable UnloadReport report, Traces before, List<String> traces, String failure) {
        Outcome outcome() throws Exception {
            if (report == null) {
                return new Outcome(name, failure, List.of(), List.of(), List.of());
            }
            String state = report.await(PATIENCE.plusSeconds(5))
                    .map(Verdict::getClass)
                    .map(type -> type.getSimpleName().toUpperCase(Locale.ROOT))
                    .orElse("PENDING");
            return new Outcome(name, state, stillSeen(), report.undone(), report.findings());
        }

        /** What goes with the module is gone once it is collected. */
        private List<String> stillSeen() throws Exception {
            List<String> seen = Traces.now().since(before);
            return traces.stream().filter(seen::contains).toList();
        }
    }
}
