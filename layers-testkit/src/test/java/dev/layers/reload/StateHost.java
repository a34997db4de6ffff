package dev.layers.reload;

import dev.layers.ArtifactPolicy;
import dev.layers.Boundary;
import dev.layers.CollectionPolicy;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LayerManagerBuilder;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * A host whose contract is module {@code bot.api}: modules provide {@code bot.Command}, a {@code UnaryOperator<String>}, use
 * {@code bot.Journal}, a {@code Consumer<Object>}, and hand over what is made of the records and the enum beside them.
 */
final class StateHost {
    private static final String ANSWER = "public String apply(String text) { return generation + \" \" + text; }";

    private final Path directory;
    private final Path contractJar;
    private final ClassLoader loader;
    private final Queue<Object> entries = new ConcurrentLinkedQueue<>();
    private final Queue<LayerEvent> events = new ConcurrentLinkedQueue<>();

    private StateHost(Path directory, Path contractJar, ClassLoader loader) {
        this.directory = directory;
        this.contractJar = contractJar;
        this.loader = loader;
    }

    static StateHost create(Path directory) {
        Path jar = ModuleSource.module("module bot.api { exports bot; }")
                .type("package bot; public interface Command extends java.util.function.UnaryOperator<String> {}")
                .type("package bot; public interface Journal extends java.util.function.Consumer<Object> {}")
                .type("package bot; public enum Level { LOW, HIGH { public String toString() { return \"high\"; } } }")
                .type("package bot; public record State(String name, java.util.List<Object> users,"
                        + " java.util.Map<String, Level> levels, int[] counts) {}")
                .type("package bot; public interface Desk { void later(Runnable action); }")
                .type("package bot; public final class Flag { public static volatile boolean isUp; }")
                .type("package bot; public record Box(Object content) {}")
                .toJar(directory.resolve("bot-api.jar"));
        ModuleLayer boot = ModuleLayer.boot();
        var configuration = boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("bot.api"));
        return new StateHost(
                directory,
                jar,
                boot.defineModulesWithOneLoader(configuration, StateHost.class.getClassLoader())
                        .findLoader("bot.api"));
    }

    /** Returns a builder of a manager that requests collections, and takes an artifact that was written a moment ago. */
    LayerManagerBuilder manager() {
        return manager(Boundary.GUARDED);
    }

    LayerManagerBuilder manager(Boundary boundary) {
        ServiceContract.Builder contract =
                ServiceContract.builder().provides(type("bot.Command")).boundary(boundary);
        use(contract, type("bot.Journal"), true);
        use(contract, type("bot.Desk"), false);
        return LayerManager.builder(contract.build())
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .listener(events::add);
    }

    /** Writes module {@code chat}, whose command and hook is {@code acme.Chat} with {@code members}. */
    Path chat(String version, String members) {
        return source(version, "chat", "acme.Chat").type(hook("Chat", members)).toJar(jar("chat"));
    }

    /** Returns the beginning of a module whose commands and hooks are {@code types}. */
    ModuleSource source(String version, String module, String... types) {
        String all = String.join(", ", types);
        return ModuleSource.module("module " + module + " { requires bot.api; requires dev.layers.core;"
                        + " provides bot.Command with " + all + ";"
                        + " provides dev.layers.module.ModuleLifecycle with " + all + "; }")
                .version(version)
                .dependsOn(contractJar)
                .dependsOn(CorePath.locations());
    }

    /** Returns such a class; unless {@code members} say so, it answers with its generation and what was asked. */
    static String hook(String name, String members) {
        return """
                package acme;
                import bot.*;
                import dev.layers.module.*;
                import java.util.*;
                import java.util.concurrent.*;
                public class NAME implements Command, ModuleLifecycle {
                    static Journal journal;
                    static int generation;
                    ANSWER
                    static void begin(ModuleContext context) {
                        journal = context.service(Journal.class);
                        generation = context.generation();
                    }
                    MEMBERS
                }
                """.replace("NAME", name)
                .replace("ANSWER", members.contains("String apply(") ? "" : ANSWER)
                .replace("MEMBERS", members);
    }

    Path jar(String module) {
        return directory.resolve(module + ".jar");
    }

    /** Returns the command of {@code module}. */
    @SuppressWarnings("unchecked")
    UnaryOperator<String> command(LoadedModule module) {
        return (UnaryOperator<String>) module.service(type("bot.Command"));
    }

    /** Returns what modules have written into the journal since the entries were taken. */
    List<Object> seen() {
        return List.copyOf(entries);
    }

    /** Returns what modules have written into the journal since it was asked last. */
    List<Object> entries() {
        List<Object> seen = List.copyOf(entries);
        entries.clear();
        return seen;
    }

    /** Returns what was told of state that was lost, since it was asked last. */
    List<LayerEvent.StateLost> lost() {
        List<LayerEvent.StateLost> lost = events.stream()
                .filter(LayerEvent.StateLost.class::isInstance)
                .map(LayerEvent.StateLost.class::cast)
                .toList();
        events.clear();
        return lost;
    }

    List<LayerEvent> events() {
        return List.copyOf(events);
    }

    /** Opens every latch in the journal, so that nothing waits beside the next test. */
    void openLatches() {
        for (Object entry : entries) {
            if (entry instanceof CountDownLatch latch) {
                latch.countDown();
            }
        }
    }

    private Class<?> type(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException absent) {
            throw new IllegalArgumentException(absent);
        }
    }

    /** Raises or lowers {@code bot.Flag}. */
    void flag(boolean isUp) throws ReflectiveOperationException {
        type("bot.Flag").getField("isUp").setBoolean(null, isUp);
    }

    /** Waits until a module has put a latch into the journal. */
    void awaitLatch() throws InterruptedException {
        await(() -> entries.stream().anyMatch(CountDownLatch.class::isInstance));
    }

    /** Waits until something of that kind was told. */
    void awaitEvent(Class<? extends LayerEvent> kind) throws InterruptedException {
        await(() -> events.stream().anyMatch(kind::isInstance));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private <S> void use(ServiceContract.Builder builder, Class<S> service, boolean isDirect) {
        Object instance = Proxy.newProxyInstance(loader, new Class<?>[] {service}, (proxy, method, arguments) -> {
            if (method.getName().equals("later")) {
                ((Runnable) arguments[0]).run();
            } else if (method.getName().equals("accept")) {
                entries.add(arguments[0]);
            }
            return null;
        });
        builder.uses(service, service.cast(instance));
        if (isDirect) {
            builder.direct(service);
        }
    }

    Path contractJar() {
        return contractJar;
    }
}
