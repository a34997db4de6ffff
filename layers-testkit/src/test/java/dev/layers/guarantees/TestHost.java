package dev.layers.guarantees;

import dev.layers.ArtifactPolicy;
import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LayerManagerBuilder;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A host whose contract is module {@code bot.api}: modules provide {@code bot.Command}, a {@code UnaryOperator<String>},
 * and use {@code bot.Journal}, a {@code Consumer<Object>}.
 */
final class TestHost implements AutoCloseable {
    private static final byte[] CONTRACT_JAR = ModuleSource.module("module bot.api { exports bot; }")
            .type("package bot; public interface Command extends java.util.function.UnaryOperator<String> {}")
            .type("package bot; public interface Journal extends java.util.function.Consumer<Object> {}")
            .type(
                    "package bot; public final class Trace {"
                            + " public static final java.util.Queue<Object> LEFT = new java.util.concurrent.ConcurrentLinkedQueue<>();"
                            + " public static void leave(Class<?> type) { LEFT.add(new java.lang.ref.WeakReference<>(type)); } }")
            .bytes();

    private final Path contractJar;
    private final ClassLoader loader;
    private final Class<?> command;
    private final Class<?> journal;
    private final ConcurrentLinkedQueue<Object> entries = new ConcurrentLinkedQueue<>();

    /** How a host has its contract. */
    enum Kind {
        MODULE_PATH,
        CLASS_PATH
    }

    private TestHost(Path contractJar, ClassLoader loader) throws ReflectiveOperationException {
        this.contractJar = contractJar;
        this.loader = loader;
        this.command = loader.loadClass("bot.Command");
        this.journal = loader.loadClass("bot.Journal");
    }

    static TestHost create(Path directory) throws Exception {
        return create(Kind.MODULE_PATH, directory);
    }

    static TestHost create(Kind kind, Path directory) throws Exception {
        Path jar = Files.write(Files.createDirectories(directory).resolve("bot-api.jar"), CONTRACT_JAR);
        return new TestHost(jar, kind == Kind.MODULE_PATH ? layerLoader(jar) : classPathLoader(jar));
    }

    /** Returns a host like that of {@code contractJar}, which was started with {@code modules} as well. */
    static TestHost linking(Kind kind, Path contractJar, Path... modules) throws Exception {
        Path[] all = Stream.concat(Stream.of(contractJar), Stream.of(modules)).toArray(Path[]::new);
        return new TestHost(contractJar, kind == Kind.MODULE_PATH ? layerLoader(all) : classPathLoader(all));
    }

    Path contractJar() {
        return contractJar;
    }

    /** Returns what modules have written into the journal. */
    List<Object> entries() {
        return List.copyOf(entries);
    }

    /** Forgets what modules have written: an entry may hold its module. */
    void forget() {
        entries.clear();
    }

    /** Returns weak references to the classes that left a trace with {@code bot.Trace.leave}, which needs no context. */
    @SuppressWarnings("unchecked")
    List<WeakReference<Class<?>>> traces() throws ReflectiveOperationException {
        Object left = loader.loadClass("bot.Trace").getField("LEFT").get(null);
        return List.copyOf((Queue<WeakReference<Class<?>>>) left);
    }

    /** Returns a contract that provides {@code bot.Command} and uses {@code bot.Journal}. */
    ServiceContract contract() {
        ServiceContract.Builder builder = ServiceContract.builder().provides(command);
        return use(builder, journal).build();
    }

    /** Returns the same contract with a guarded journal, into which nothing of a module gets as it is. */
    ServiceContract guarded() {
        ServiceContract.Builder builder = ServiceContract.builder().provides(command);
        return lend(builder, journal).build();
    }

    /** Returns a builder of a manager that requests collections, for ten seconds at the most. */
    LayerManagerBuilder manager() {
        return manager(contract());
    }

    /** Returns the first command of {@code module}. */
    @SuppressWarnings("unchecked")
    UnaryOperator<String> command(LoadedModule module) {
        return (UnaryOperator<String>) module.service(command);
    }

    /** Returns all commands of {@code module}. */
    @SuppressWarnings("unchecked")
    List<UnaryOperator<String>> commands(LoadedModule module) {
        return (List<UnaryOperator<String>>) module.services(command);
    }

    /** Returns a modular source with the given body of {@code acme.Chat.apply(String text)}. */
    ModuleSource chat(String body) {
        return ModuleSource.module("module chat { requires bot.api; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command { public String apply(String text) { "
                        + body + " } }")
                .dependsOn(contractJar);
    }

    /**
     * Returns a modular source with hooks: {@code members} are those of {@code acme.Chat}, which is both command and
     * lifecycle.
     */
    ModuleSource lifecycle(String members) {
        return ModuleSource.module(
                        "module chat { requires bot.api; requires dev.layers.core;"
                                + " provides bot.Command with acme.Chat; provides dev.layers.module.ModuleLifecycle with acme.Chat; }")
                .type(
                        "package acme; import dev.layers.module.*; public class Chat implements bot.Command, ModuleLifecycle {"
                                + members + " }")
                .dependsOn(contractJar)
                .dependsOn(CorePath.locations());
    }

    @Override
    public void close() throws IOException {
        if (loader instanceof URLClassLoader classPath) {
            classPath.close();
        }
    }

    private <S> ServiceContract.Builder use(ServiceContract.Builder builder, Class<S> service) {
        return lend(builder, service).direct(service);
    }

    private <S> ServiceContract.Builder lend(ServiceContract.Builder builder, Class<S> service) {
        Object instance = Proxy.newProxyInstance(loader, new Class<?>[] {service}, (proxy, method, arguments) -> {
            if (method.getName().equals("accept")) {
                entries.add(arguments[0]);
            }
            return null;
        });
        return builder.uses(service, service.cast(instance));
    }

    private static ClassLoader layerLoader(Path... jars) {
        ModuleLayer boot = ModuleLayer.boot();
        ModuleFinder finder = ModuleFinder.of(jars);
        Set<String> names = finder.findAll().stream()
                .map(reference -> reference.descriptor().name())
                .collect(Collectors.toSet());
        var configuration = boot.configuration().resolve(finder, ModuleFinder.of(), names);
        return boot.defineModulesWithOneLoader(configuration, TestHost.class.getClassLoader())
                .findLoader("bot.api");
    }

    private static ClassLoader classPathLoader(Path... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int index = 0; index < jars.length; index++) {
            urls[index] = jars[index].toUri().toURL();
        }
        return new URLClassLoader(urls, TestHost.class.getClassLoader());
    }

    /** Returns {@code bot.Command}, for contracts that use something else than the journal. */
    Class<?> commandType() {
        return command;
    }

    /**
     * Returns a builder of a manager with another contract, which requests collections and calls an artifact broken that
     * was written a moment ago.
     */
    LayerManagerBuilder manager(ServiceContract other) {
        return LayerManager.builder(other)
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)));
    }

    /** Opens every latch in the journal, so that a test that failed leaves no module waiting beside the next one. */
    void openLatches() {
        for (Object entry : entries) {
            if (entry instanceof CountDownLatch latch) {
                latch.countDown();
            }
        }
    }
}
