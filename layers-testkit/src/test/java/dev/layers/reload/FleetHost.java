package dev.layers.reload;

import dev.layers.ArtifactPolicy;
import dev.layers.CollectionPolicy;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LayerManagerBuilder;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A host whose modules come from a directory or a file; its contract is module {@code bot.api@1.2}: {@code bot.Command}, a
 * {@code UnaryOperator<String>}, and {@code bot.Marks}, where code of modules leaves a mark when it runs.
 */
final class FleetHost implements AutoCloseable {
    private final Path directory;
    private final Path contractJar;
    private final ClassLoader loader;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final LayerManager manager;

    private FleetHost(Path directory, Path contractJar) {
        this.directory = directory;
        this.contractJar = contractJar;
        this.loader = loader(contractJar);
        this.manager = builder().build();
    }

    static FleetHost create(Path directory) {
        Path jar = ModuleSource.module("module bot.api { exports bot; }")
                .type("package bot; public interface Command extends java.util.function.UnaryOperator<String> {}")
                .type("package bot; public final class Marks { public static final java.util.Queue<String> LEFT ="
                        + " new java.util.concurrent.ConcurrentLinkedQueue<>(); }")
                .version("1.2")
                .toJar(directory.resolve("bot-api.jar"));
        return new FleetHost(directory, jar);
    }

    private static ClassLoader loader(Path jar) {
        ModuleLayer boot = ModuleLayer.boot();
        var configuration = boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("bot.api"));
        return boot.defineModulesWithOneLoader(configuration, FleetHost.class.getClassLoader())
                .findLoader("bot.api");
    }

    /** Returns a builder of a manager that requests collections, for ten seconds at the most. */
    LayerManagerBuilder builder() {
        return LayerManager.builder(
                        ServiceContract.builder().provides(type("bot.Command")).build())
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .listener(this::tell);
    }

    private void tell(LayerEvent event) {
        if (event instanceof LayerEvent.Planned planned) {
            events.add("planned " + planned.change().kind() + " "
                    + planned.change().module());
        } else if (event instanceof LayerEvent.LoadFailed failed) {
            events.add("failed " + Path.of(failed.origin().artifact()).getFileName());
        }
    }

    /** Returns what was told of plans and failures, and forgets it. */
    List<String> events() {
        List<String> told = List.copyOf(events);
        events.clear();
        return told;
    }

    LayerManager manager() {
        return manager;
    }

    Path directory() {
        return directory;
    }

    Path plugins() {
        return directory.resolve("plugins");
    }

    Path jar(String name) {
        return plugins().resolve(name + ".jar");
    }

    /** Returns where modules leave marks when their code runs. */
    @SuppressWarnings("unchecked")
    Queue<String> marks() throws ReflectiveOperationException {
        return (Queue<String>) type("bot.Marks").getField("LEFT").get(null);
    }

    /** Returns a source of {@code module} whose command answers {@code text}; it leaves a mark when its class is used. */
    ModuleSource command(String module, String text) {
        return command(module, "", "return \"" + text + "\";");
    }

    /** Returns a source of {@code module}, which requires {@code jars} by its {@code directives}. */
    ModuleSource command(String module, String directives, String body, Path... jars) {
        String provided = module.replace('.', '_');
        return ModuleSource.module("module " + module + " { requires bot.api; " + directives
                        + " provides bot.Command with acme." + provided + ".Main; }")
                .type("package acme." + provided + "; public class Main implements bot.Command {"
                        + " static { bot.Marks.LEFT.add(\"" + module + "\"); }"
                        + " public String apply(String text) { " + body + " } }")
                .dependsOn(with(jars));
    }

    /** Returns a source of {@code module}, which provides nothing and exports {@code acme.<module>.Text.of()}. */
    ModuleSource library(String module, String directives, String text, Path... jars) {
        return ModuleSource.module("module " + module + " { " + directives + " exports acme." + module + "; }")
                .type("package acme." + module + "; public class Text { public static String of() { return \"" + text
                        + "\"; } }")
                .dependsOn(with(jars));
    }

    /** Returns a source of {@code module} that answers with what {@code library} says. */
    ModuleSource user(String module, String library) {
        return command(
                module,
                "requires " + library + ";",
                "return \"" + module + " \" + acme." + library + ".Text.of();",
                jar(library));
    }

    private Path[] with(Path... jars) {
        List<Path> all = new ArrayList<>(List.of(contractJar));
        all.addAll(List.of(jars));
        return all.toArray(Path[]::new);
    }

    /** Asks the command of {@code module}. */
    String ask(String module) {
        return command(manager.module(module).orElseThrow()).apply("");
    }

    /** Returns the command of {@code module}, which may be another manager's. */
    @SuppressWarnings("unchecked")
    UnaryOperator<String> command(LoadedModule module) {
        return (UnaryOperator<String>) module.service(type("bot.Command"));
    }

    /** Returns the names of the generations that serve, sorted. */
    List<String> serving() {
        return manager.modules().stream()
                .map(module -> module.generation().toString())
                .sorted()
                .toList();
    }

    /** Returns the first digits of the digest of a file. */
    static String digest(Path file) throws IOException {
        return sha256(file).substring(0, 12);
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Class<?> type(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
