package dev.layers.guarantees;

import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Loads, calls and unloads one jar again and again and prints what that has cost. Collections are either requested by
 * the manager, many, or made by this host, few.
 */
final class CycleHost {
    private static final int AT_ONCE = 25;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final AtomicInteger ticks = new AtomicInteger();
    private final LayerManager manager;
    private final Class<?> command;
    private final Path jar;
    private final Inventory inventory;
    private final boolean requesting;
    private int clean;

    private CycleHost(Path jar, boolean requesting) throws ClassNotFoundException {
        this.jar = jar;
        this.inventory = new Inventory(jar);
        this.requesting = requesting;
        this.command = Class.forName("bot.Command");
        this.manager = LayerManager.builder(ServiceContract.builder()
                        .provides(command)
                        .uses(Runnable.class, ticks::incrementAndGet)
                        .build())
                .collecting(requesting ? CollectionPolicy.request(LONGEST) : CollectionPolicy.passive())
                .build();
    }

    public static void main(String... arguments) throws Exception {
        CycleHost host = new CycleHost(Path.of(arguments[0]), arguments[2].equals("request"));
        int cycles = Integer.parseInt(arguments[1]);
        int warmUp = Math.min(cycles, Math.max(200, cycles / 5));
        long start = System.nanoTime();
        host.loadDiagnosticCommand();
        host.inventory.text();
        host.cycle(warmUp);
        String before = host.inventory.text();
        host.cycle(cycles - warmUp);
        String after = host.inventory.text();
        host.manager.close();
        System.out.println(
                "cycles " + cycles + " clean " + host.clean + " ticks " + host.ticks + " | " + before + " -> " + after
                        + " | " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    }

    /** Has the JDK load the 350 classes of the way that the manager requests collections where others are fruitless. */
    private void loadDiagnosticCommand() throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
    }

    private void cycle(int count) throws InterruptedException {
        List<UnloadReport> reports = new ArrayList<>();
        for (int done = 0; done < count; done++) {
            reports.add(once());
            if (reports.size() == AT_ONCE || done == count - 1) {
                judge(reports);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private UnloadReport once() {
        LoadedModule module = manager.load(jar);
        String answer = ((UnaryOperator<String>) module.service(command)).apply("ping");
        if (!answer.equals("hello ping")) {
            throw new AssertionError("The module answered '" + answer + "'");
        }
        return module.unload();
    }

    private void judge(List<UnloadReport> reports) throws InterruptedException {
        for (UnloadReport report : reports) {
            await(report);
            if (!report.isClean()) {
                throw new AssertionError(report.text());
            }
            clean++;
        }
        reports.clear();
    }

    private void await(UnloadReport report) throws InterruptedException {
        long start = System.nanoTime();
        while (!report.verdict().isDone() && System.nanoTime() - start < LONGEST.toNanos()) {
            if (!requesting) {
                System.gc();
            }
            report.await(Duration.ofMillis(50));
        }
    }
}
