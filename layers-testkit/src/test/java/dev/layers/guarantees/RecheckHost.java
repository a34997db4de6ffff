package dev.layers.guarantees;

import dev.layers.CollectionPolicy;
import dev.layers.ExplanationPolicy;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Unloads the modules of the jars at once: one may be held by a soft reference, one by the thread of a pool until it was
 * idle for some seconds, one for good; prints what is known of each, first and later.
 */
final class RecheckHost {
    private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

    private RecheckHost() {}

    public static void main(String... arguments) throws Exception {
        Class<?> command = Class.forName("bot.Command");
        ThreadPoolExecutor pool = new ThreadPoolExecutor(0, 1, 20, TimeUnit.SECONDS, new SynchronousQueue<>());
        List<UnloadReport> reports = new ArrayList<>();
        try (LayerManager manager = LayerManager.builder(
                        ServiceContract.builder().provides(command).build())
                .collecting(CollectionPolicy.request(Duration.ofSeconds(20)))
                .explaining(ExplanationPolicy.heapDump())
                .listener(RecheckHost::tell)
                .build()) {
            for (String jar : arguments) {
                call(manager.load(Path.of(jar)), command);
            }
            pool.submit(() -> LOCAL.set(System.getProperties().remove("layers.pooled")))
                    .get();
            reports.addAll(manager.unloadAll());
            for (UnloadReport report : reports) {
                report.verdict().get(1, TimeUnit.MINUTES);
            }
            for (UnloadReport report : reports) {
                if (!report.generation().module().equals("held")) {
                    report.collected().get(1, TimeUnit.MINUTES);
                }
            }
            reports.forEach(report -> System.out.println(
                    "now " + report.text().lines().findFirst().orElseThrow()));
            System.out.println("threads of the probe " + probes());
        }
        reports.forEach(report -> System.out.println(
                "closed " + report.generation() + " " + (report.collected().isCancelled() ? "cancelled" : "told")));
        System.out.println("threads of the probe after " + probes());
    }

    private static void tell(LayerEvent event) {
        if (event instanceof LayerEvent.Judged judged) {
            System.out.println("told " + judged.generation() + " " + judged.verdict() + hold(judged.verdict()));
        }
    }

    private static String hold(Verdict verdict) {
        return verdict instanceof Verdict.Retained retained
                ? ", " + retained.retention().hold() + ", "
                        + retained.retention().lasting()
                : "";
    }

    private static long probes() {
        Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
        return all.keySet().stream()
                .filter(thread -> thread.getName().equals("layers probe"))
                .count();
    }

    @SuppressWarnings("unchecked")
    private static void call(LoadedModule module, Class<?> command) {
        ((UnaryOperator<String>) module.service(command)).apply("ping");
    }
}
