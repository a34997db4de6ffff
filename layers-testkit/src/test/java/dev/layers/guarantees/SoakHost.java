package dev.layers.guarantees;

import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Reloads again and again a module that cleans up nothing, and prints what that has cost. */
final class SoakHost {
    private static final int AT_ONCE = 25;
    /** How long threads of the module may take to end; they are interrupted after a fifth of it. */
    private static final Duration THREADS = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final LayerManager manager;
    private final Class<?> command;
    private final Inventory inventory;
    private final ExecutorService callers = Executors.newFixedThreadPool(2);
    private int clean;

    private SoakHost(Path jar) throws ClassNotFoundException {
        this.command = Class.forName("bot.Command");
        this.inventory = new Inventory(jar);
        this.manager = LayerManager.builder(
                        ServiceContract.builder().provides(command).build())
                .collecting(CollectionPolicy.request(LONGEST))
                .unloading(UnloadPolicy.standard().threadsFor(THREADS))
                .build();
    }

    public static void main(String... arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        SoakHost host = new SoakHost(jar);
        int reloads = Integer.parseInt(arguments[1]);
        int warmUp = Math.min(reloads, Math.max(100, reloads / 5));
        long start = System.nanoTime();
        LoadedModule module = host.manager.load(jar);
        host.soak(module, warmUp);
        awaitRest();
        String before = host.inventory.textWithMemory();
        host.soak(module, reloads - warmUp);
        awaitRest();
        String after = host.inventory.textWithMemory();
        host.manager.close();
        host.callers.shutdown();
        System.out.println("reloads " + reloads + " clean " + host.clean + " | " + before + " -> " + after + " | "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    }

    private void soak(LoadedModule module, int count) throws Exception {
        List<UnloadReport> reports = new ArrayList<>();
        for (int done = 0; done < count; done++) {
            call(module);
            reports.add(module.reload());
            if (reports.size() == AT_ONCE || done == count - 1) {
                judge(reports);
            }
        }
    }

    /** On threads that live on, where thread-locals stay. */
    @SuppressWarnings("unchecked")
    private void call(LoadedModule module) throws Exception {
        UnaryOperator<String> service = (UnaryOperator<String>) module.service(command);
        String answer = callers.submit(() -> service.apply("ping")).get();
        if (!answer.equals("ping 1")) {
            throw new AssertionError("The module answered '" + answer + "'");
        }
    }

    /** What tells verdicts ends after a second in which there is nothing to tell. */
    private static void awaitRest() throws Exception {
        Patience.until(
                "no thread of a probe is left",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().contains(" probe")));
    }

    private void judge(List<UnloadReport> reports) throws InterruptedException {
        for (UnloadReport report : reports) {
            report.await(LONGEST);
            if (!report.isClean() || report.undone().size() < 5) {
                throw new AssertionError(report.text());
            }
            clean++;
        }
        reports.clear();
    }
}
