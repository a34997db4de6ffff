package dev.layers.corpus;

import dev.layers.ArtifactPolicy;
import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LayerManagerBuilder;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** A host whose contract, {@code bot.api@2}, has something of every kind, and its modules. */
final class CorpusHost implements AutoCloseable {
    private static final Map<String, String> CONTRACT = contract();
    private static final byte[] CONTRACT_JAR = compile(CONTRACT, "2").bytes();
    private static final byte[] TOOLS_JAR = tools("1").bytes();
    private static final byte[] GOOD_JAR = chatSource("", "return \"good \" + text;")
            .dependsOn(compile(CONTRACT, "2"))
            .bytes();

    private final Path directory;
    private final Path contractJar;
    private final ClassLoader loader;
    private final List<Path> libraries = new ArrayList<>();
    private final List<CompletableFuture<Void>> writers = new ArrayList<>();
    private volatile boolean isClosed;

    private CorpusHost(Path directory, Path contractJar) {
        this.directory = directory;
        this.contractJar = contractJar;
        this.loader = layerLoader(contractJar.getParent());
    }

    static CorpusHost create(Path directory) throws IOException {
        Path host = Files.createDirectory(directory.resolve("host"));
        Files.write(host.resolve("bot-tools.jar"), TOOLS_JAR);
        return new CorpusHost(directory, Files.write(host.resolve("bot-api.jar"), CONTRACT_JAR));
    }

    /** Returns {@code bot.tools}, which the host has in version 1 and does not share. */
    static ModuleSource tools(String version) {
        return ModuleSource.module("module bot.tools { exports bot.tools; }")
                .compilerOptions("--module-version", version)
                .type("package bot.tools; public class Hammer { public static String version() { return \"" + version
                        + "\"; } }");
    }

    /** Returns a module with a class {@code Word} in a package of its name. */
    static ModuleSource library(String name) {
        return ModuleSource.module("module " + name + " { exports " + name + "; }")
                .type("package " + name + "; public class Word {}");
    }

    /** Returns a plain jar with a class {@code Word}. */
    static ModuleSource plainLibrary(String packageName) {
        return ModuleSource.plain().type("package " + packageName + "; public class Word {}");
    }

    private static Map<String, String> contract() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put(
                "Command", "package bot; public interface Command extends java.util.function.UnaryOperator<String> {}");
        types.put("Greeter", "package bot; public interface Greeter { String greet(String name); }");
        types.put(
                "Room",
                "package bot; public interface Room { String name(); void say(String text);"
                        + " default String topic() { return \"none\"; } static int seats() { return 4; }"
                        + " interface Seat { int number(); } }");
        types.put(
                "Skill",
                "package bot; public abstract class Skill { public static int known; public final int level = 1;"
                        + " protected Skill() {} public abstract String run(String text);"
                        + " protected void log(String text) {} public final String id() { return \"skill\"; }"
                        + " void internal() {} }");
        types.put("Token", "package bot; public final class Token { public Token() {} }");
        types.put("Shape", "package bot; public sealed interface Shape permits Circle, Square {}");
        types.put("Circle", "package bot; public record Circle(int radius) implements Shape {}");
        types.put("Square", "package bot; public record Square(int side) implements Shape {}");
        types.put("Mode", "package bot; public enum Mode { QUIET, LOUD }");
        types.put("Message", "package bot; public record Message(String text, int size) {}");
        types.put("Listener", "package bot; public interface Listener { void heard(Message message); }");
        types.put(
                "Trace",
                "package bot; public final class Trace { public static final java.util.Queue<String> LEFT ="
                        + " new java.util.concurrent.ConcurrentLinkedQueue<>();"
                        + " public static void leave(String text) { LEFT.add(text); } }");
        types.put("hidden.Secret", "package bot.hidden; public class Secret { public static void tell() {} }");
        return types;
    }

    /** Returns a jar of version 1 of the contract, in which {@code types} stand in place of, or beside, those of today. */
    Path oldContract(String... types) {
        Map<String, String> old = new LinkedHashMap<>(CONTRACT);
        for (String type : types) {
            String name = type.replaceFirst("(?s).*?(?:class|interface|enum|record) (\\w+).*", "$1");
            old.put(name, type);
        }
        return compile(old, "1").toJar(directory.resolve("old/bot-api.jar"));
    }

    Path directory() {
        return directory;
    }

    Path toolsJar() {
        return contractJar.resolveSibling("bot-tools.jar");
    }

    Path contractJar() {
        return contractJar;
    }

    Class<?> type(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException absent) {
            throw new AssertionError(absent);
        }
    }

    /** Returns a contract that demands {@code bot.Command} and offers {@code bot.Room}. */
    ServiceContract.Builder contractBuilder() {
        return use(ServiceContract.builder().provides(type("bot.Command")), type("bot.Room"));
    }

    LayerManagerBuilder manager(ServiceContract contract) {
        return LayerManager.builder(contract)
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .collecting(CollectionPolicy.request(Duration.ofSeconds(20)));
    }

    LayerManagerBuilder manager() {
        return manager(contractBuilder().build());
    }

    /** Returns a module that any contract with {@code bot.Command} takes; its body uses {@code text}. */
    ModuleSource chat(String body) {
        return chat("", body);
    }

    /** Returns such a module with more directives in its descriptor. */
    ModuleSource chat(String directives, String body) {
        return chatSource(directives, body).dependsOn(contractJar);
    }

    private static ModuleSource chatSource(String directives, String body) {
        return ModuleSource.module(
                        "module chat { requires bot.api; provides bot.Command with acme.Chat; " + directives + " }")
                .type(chatType(body));
    }

    /** Writes such a module, which answers {@code good} and what it is asked. */
    static Path goodChat(Path directory) throws IOException {
        return Files.write(directory.resolve("good.jar"), GOOD_JAR);
    }

    /** Returns such a module without a descriptor. */
    ModuleSource plainChat(String body) {
        return ModuleSource.plain()
                .type(chatType(body))
                .service("bot.Command", "acme.Chat")
                .dependsOn(contractJar);
    }

    private static String chatType(String body) {
        return "package acme; public class Chat implements bot.Command {"
                + " static { bot.Trace.leave(\"chat\"); } public String apply(String text) { " + body + " } }";
    }

    /** Returns the private libraries that are named beside the artifact. */
    Path[] libraries() {
        return libraries.toArray(Path[]::new);
    }

    /** Names private libraries beside {@code artifact}, which is returned. */
    Path beside(Path artifact, Path... brought) {
        libraries.addAll(List.of(brought));
        return artifact;
    }

    /** Writes the first byte of {@code file} over and over until {@link #close()}; its size stays. */
    Path keepWriting(Path file) {
        writers.add(CompletableFuture.runAsync(() -> write(file), task -> new Thread(task, "writer").start()));
        return file;
    }

    private void write(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer first = ByteBuffer.allocate(1);
            channel.read(first, 0);
            while (!isClosed) {
                channel.write(first.flip(), 0);
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends what still writes. */
    @Override
    public void close() {
        isClosed = true;
        writers.forEach(CompletableFuture::join);
    }

    /** Returns the contract as a private library would bundle it. */
    static byte[] contractBytes() {
        return CONTRACT_JAR.clone();
    }

    /** Returns what code of modules has left in {@code bot.Trace}. */
    @SuppressWarnings("unchecked")
    List<String> traces() throws ReflectiveOperationException {
        return List.copyOf((Queue<String>) type("bot.Trace").getField("LEFT").get(null));
    }

    @SuppressWarnings("unchecked")
    String answer(LoadedModule module, String text) {
        return ((UnaryOperator<String>) module.service(type("bot.Command"))).apply(text);
    }

    private <S> ServiceContract.Builder use(ServiceContract.Builder builder, Class<S> service) {
        Object instance = Proxy.newProxyInstance(loader, new Class<?>[] {service}, (proxy, method, arguments) -> null);
        return builder.uses(service, service.cast(instance));
    }

    private static ModuleSource compile(Map<String, String> types, String version) {
        ModuleSource source =
                ModuleSource.module("module bot.api { exports bot; }").compilerOptions("--module-version", version);
        for (String type : types.values()) {
            source = source.type(type);
        }
        return source;
    }

    private static ClassLoader layerLoader(Path jars) {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(jars), ModuleFinder.of(), Set.of("bot.api", "bot.tools"));
        return boot.defineModulesWithOneLoader(configuration, CorpusHost.class.getClassLoader())
                .findLoader("bot.api");
    }
}
