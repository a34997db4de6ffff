package dev.layers.residue;

import dev.layers.module.ModuleContext;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** Runs modules in layers of the JDK's own making, drops them, and writes what is left of each. */
final class BareRun {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HostSide host;

    private BareRun(HostSide host) {
        this.host = host;
    }

    /** Takes the contract's jar, the list of jobs and the file for the outcomes. */
    public static void main(String[] arguments) throws Exception {
        BareRun run = new BareRun(HostSide.of(Path.of(arguments[0])));
        List<String> outcomes = run.outcomes(Job.read(Path.of(arguments[1])));
        Files.write(Path.of(arguments[2]), outcomes);
        Runtime.getRuntime().halt(0);
    }

    private List<String> outcomes(List<Job> jobs) throws Exception {
        List<Dropped> all = new ArrayList<>();
        for (Job job : jobs) {
            all.add(drop(job));
        }
        awaitCollection(all);
        return all.stream().map(dropped -> dropped.outcome().line()).toList();
    }

    private Dropped drop(Job job) throws Exception {
        Traces before = Traces.now();
        try {
            WeakReference<ModuleLayer> layer = runAndDrop(job);
            List<String> traces = Quiet.since(before, job.isHarmless() ? Quiet.LONG : Quiet.SHORT);
            return new Dropped(job.name(), layer, traces, "");
        } catch (Exception | LinkageError failure) {
            String text = Outcome.failure(job.name(), failure).state();
            return new Dropped(job.name(), new WeakReference<>(null), List.of(), text);
        }
    }

    private WeakReference<ModuleLayer> runAndDrop(Job job) throws Exception {
        ModuleLayer.Controller controller = define(job);
        Module module = controller.layer().findModule(job.name()).orElseThrow();
        controller.addExports(module, "acme", BareRun.class.getModule());
        Object chat =
                module.getClassLoader().loadClass("acme.Chat").getConstructor().newInstance();
        if (job.driver() == Row.Driver.CALL) {
            host.call(chat);
        } else {
            hook(chat);
        }
        return new WeakReference<>(controller.layer());
    }

    private static void hook(Object chat) throws Exception {
        FutureTask<Object> start = new FutureTask<>(
                () -> chat.getClass().getMethod("start", ModuleContext.class).invoke(chat, (Object) null));
        Thread thread = new Thread(start, "hook");
        thread.setContextClassLoader(chat.getClass().getClassLoader());
        thread.start();
        start.get();
        thread.join();
    }

    private ModuleLayer.Controller define(Job job) {
        ModuleFinder jars = ModuleFinder.of(
                Stream.concat(Stream.of(job.jar()), job.libraries().stream()).toArray(Path[]::new));
        Set<String> roots = jars.findAll().stream()
                .map(found -> found.descriptor().name())
                .collect(java.util.stream.Collectors.toSet());
        Configuration configuration = host.layer().configuration().resolve(jars, ModuleFinder.of(), roots);
        return ModuleLayer.defineModulesWithOneLoader(
                configuration, List.of(host.layer()), host.command().getClassLoader());
    }

    /** What nothing holds goes at once; what goes later by finalizers or cleaners takes a while, and other things with it. */
    private static void awaitCollection(List<Dropped> all) {
        long least = Long.MAX_VALUE;
        long since = System.nanoTime();
        while (System.nanoTime() - since < PATIENCE.toNanos()) {
            System.gc();
            Quiet.await();
            long left = all.stream().filter(Dropped::isThere).count();
            since = left < least ? System.nanoTime() : since;
            least = Math.min(left, least);
        }
    }

    /** A module that was run and dropped. */
    private record Dropped(String name, WeakReference<ModuleLayer> layer, List<String> traces, String failure) {
        boolean isThere() {
            return !layer.refersTo(null);
        }

        Outcome outcome() {
            String state = isThere() ? "RETAINED" : "COLLECTED";
            return new Outcome(name, failure.isEmpty() ? state : failure, traces, List.of(), List.of());
        }
    }
}
