package dev.layers.reload;

import dev.layers.ArtifactPolicy;
import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LayerManagerBuilder;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.Offer;
import dev.layers.PreflightException;
import dev.layers.ServiceContract;
import dev.layers.preflight.Finding;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A host of modules that require each other: its contract is module {@code bot.api} with {@code bot.Command}, a {@code
 * UnaryOperator<String>}.
 */
final class GroundHost implements AutoCloseable {
    private final Path directory;
    private final Path contractJar;
    private final ClassLoader loader;
    private final LayerManager manager;

    /** How a host has its contract. */
    enum Kind {
        MODULE_PATH,
        CLASS_PATH
    }

    private GroundHost(Path directory, Path contractJar, ClassLoader loader) {
        this.directory = directory;
        this.contractJar = contractJar;
        this.loader = loader;
        this.manager =
                manager(ServiceContract.builder().provides(command()).build()).build();
    }

    static GroundHost create(Kind kind, Path directory) throws IOException {
        Path jar = ModuleSource.module("module bot.api { exports bot; }")
                .type("package bot; public interface Command extends java.util.function.UnaryOperator<String> {}")
                .toJar(directory.resolve("bot-api.jar"));
        return new GroundHost(directory, jar, kind == Kind.MODULE_PATH ? layerLoader(jar) : classPathLoader(jar));
    }

    private static ClassLoader layerLoader(Path jar) {
        ModuleLayer boot = ModuleLayer.boot();
        var configuration = boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("bot.api"));
        return boot.defineModulesWithOneLoader(configuration, GroundHost.class.getClassLoader())
                .findLoader("bot.api");
    }

    private static ClassLoader classPathLoader(Path jar) throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, GroundHost.class.getClassLoader());
    }

    LayerManager manager() {
        return manager;
    }

    /** Returns a builder of a manager that requests collections, for ten seconds at the most. */
    static LayerManagerBuilder manager(ServiceContract contract) {
        return LayerManager.builder(contract)
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)));
    }

    Class<?> command() {
        try {
            return loader.loadClass("bot.Command");
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns where a jar of that name lies. */
    Path jar(String name) {
        return directory.resolve(name + ".jar");
    }

    /** Returns a source of {@code module}, which does {@code directives} and is compiled against jars of these names. */
    ModuleSource module(String module, String directives, String... jars) {
        List<Path> against = new ArrayList<>(List.of(contractJar));
        List.of(jars).forEach(jar -> against.add(jar(jar)));
        return ModuleSource.module("module " + module + " { requires bot.api; " + directives + " }")
                .dependsOn(against.toArray(Path[]::new));
    }

    /** Returns a source of module {@code acme.app}, whose command answers with {@code body}. */
    ModuleSource app(String directives, String body, String... jars) {
        return module("acme.app", directives + " provides bot.Command with acme.app.App;", jars)
                .type("package acme.app; public class App implements bot.Command {"
                        + " public String apply(String text) { " + body + " } }");
    }

    /** Returns a source of module {@code acme.fonts}, whose exported class has {@code members}. */
    ModuleSource fonts(String directives, String members, String... jars) {
        return module("acme.fonts", "exports acme.fonts; " + directives, jars)
                .type("package acme.fonts; public class Fonts { " + members + " }");
    }

    /** Loads a module that is there for others to require. */
    LoadedModule packages(ModuleSource source, String name, Path... libraries) {
        return manager.load(LoadOptions.standard().offering(Offer.PACKAGES), source.toJar(jar(name)), libraries);
    }

    LoadedModule load(ModuleSource source, String name, Path... libraries) {
        return manager.load(source.toJar(jar(name)), libraries);
    }

    /** Returns what the command of a module answers. */
    @SuppressWarnings("unchecked")
    String ask(LoadedModule module, String text) {
        return ((UnaryOperator<String>) module.service(command())).apply(text);
    }

    /** Returns why an artifact is refused. */
    List<String> refusal(LoadOptions options, Path artifact, Path... libraries) {
        try {
            manager.load(options, artifact, libraries);
        } catch (PreflightException refused) {
            return texts(refused.report().errors());
        }
        throw new AssertionError(artifact + " was loaded");
    }

    List<String> refusal(Path artifact, Path... libraries) {
        return refusal(LoadOptions.standard(), artifact, libraries);
    }

    static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::text).toList();
    }

    @Override
    public void close() throws IOException {
        manager.close();
        if (loader instanceof URLClassLoader classPath) {
            classPath.close();
        }
    }
}
