package dev.layers.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.ArtifactPolicy;
import dev.layers.CollectionPolicy;
import dev.layers.DirectoryWatch;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LayerManagerBuilder;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import dev.layers.Verdict;
import dev.layers.WatchPolicy;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * A host that watches a directory; its contract is module {@code bot.api}: modules provide {@code bot.Command}, a {@code
 * UnaryOperator<String>}, and may ask the host by {@code bot.Host.answers}.
 */
final class WatchHost implements AutoCloseable {
    /** Shorter than the default, and long enough for a machine under load to write a file in. */
    static final WatchPolicy QUICK =
            WatchPolicy.standard().quietFor(Duration.ofMillis(200)).pollEvery(Duration.ofMillis(500));

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    final List<String> told = new CopyOnWriteArrayList<>();
    private final Path work;
    private final Path contractJar;
    private final ClassLoader loader;
    private final LayerManager manager;

    private WatchHost(Path work, Path contractJar, ClassLoader loader) throws IOException {
        this.work = work;
        this.contractJar = contractJar;
        this.loader = loader;
        this.manager = builder().build();
        Files.createDirectory(plugins());
    }

    static WatchHost create(Path work) throws IOException {
        Path jar = ModuleSource.module("module bot.api { exports bot; }")
                .type("package bot; public interface Command extends java.util.function.UnaryOperator<String> {}")
                .type("package bot; public final class Host {"
                        + " public static volatile java.util.function.UnaryOperator<String> answers = text -> text; }")
                .toJar(work.resolve("bot-api.jar"));
        ModuleLayer boot = ModuleLayer.boot();
        var configuration = boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("bot.api"));
        return new WatchHost(
                work,
                jar,
                boot.defineModulesWithOneLoader(configuration, WatchHost.class.getClassLoader())
                        .findLoader("bot.api"));
    }

    LayerManagerBuilder builder() {
        return LayerManager.builder(
                        ServiceContract.builder().provides(type("bot.Command")).build())
                .name("bot")
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .unloading(
                        UnloadPolicy.standard().drainFor(Duration.ofSeconds(1)).hooksFor(Duration.ofSeconds(3)))
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .listener(this::tell);
    }

    LayerManager manager() {
        return manager;
    }

    /** Watches, and returns when what lay there has been loaded. */
    DirectoryWatch watch(WatchPolicy policy) {
        DirectoryWatch watch = manager.watch(plugins(), policy);
        watch.first().orTimeout(1, TimeUnit.MINUTES).join();
        return watch;
    }

    Path plugins() {
        return work.resolve("plugins");
    }

    /** Moves a module into place that answers {@code text}. */
    Path put(String module, String text) throws IOException {
        return put(module, "", "return \"" + text + "\";");
    }

    /** Moves a module into place, which has {@code directives} and answers with {@code body}. */
    Path put(String module, String directives, String body) throws IOException {
        return put(module, source(module, directives, body));
    }

    /** Moves {@code source} into place. */
    Path put(String module, ModuleSource source) throws IOException {
        Path jar = source.toJar(work.resolve(module + ".building"));
        return Files.move(jar, jar(module), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns a module whose class {@code Chat} answers with {@code body}. */
    ModuleSource source(String module, String directives, String body) {
        return ModuleSource.module("module " + module + " { requires bot.api; " + directives + " exports " + module
                        + "; provides bot.Command with " + module + ".Chat; }")
                .type("package " + module + "; public class Chat implements bot.Command {"
                        + " public String apply(String text) { " + body + " } }")
                .dependsOn(contractJar);
    }

    Path jar(String module) {
        return plugins().resolve(module + ".jar");
    }

    /** Asks the first command of {@code module}. */
    String ask(String module) {
        return command(module).apply("question");
    }

    @SuppressWarnings("unchecked")
    UnaryOperator<String> command(String module) {
        return (UnaryOperator<String>) manager.module(module).orElseThrow().service(type("bot.Command"));
    }

    /** Waits until {@code text} was told. */
    void untilTold(String text) {
        until("'" + text + "' is told", () -> told.contains(text));
    }

    void until(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start)
                    .as("waited in vain until %s; told: %s", what, told)
                    .isLessThan(PATIENCE);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private void tell(LayerEvent event) {
        String text = text(event);
        if (!text.isEmpty()) {
            told.add(text);
        }
    }

    private String text(LayerEvent event) {
        if (event instanceof LayerEvent.Planned planned) {
            return "planned " + planned.change().kind() + " " + planned.change().module()
                    + (planned.deferred().isZero() ? "" : " in " + planned.deferred());
        } else if (event instanceof LayerEvent.Loaded loaded) {
            return loaded.generation() + " loaded";
        } else if (event instanceof LayerEvent.Reloaded reloaded) {
            return reloaded.to() + " instead of " + reloaded.from();
        } else if (event instanceof LayerEvent.Unloaded unloaded) {
            return unloaded.report().generation() + " unloaded";
        } else if (event instanceof LayerEvent.Judged judged) {
            return judged.verdict() instanceof Verdict.Collected ? judged.generation() + " collected" : "";
        } else if (event instanceof LayerEvent.LoadFailed failed) {
            return "failed " + Path.of(failed.origin().artifact()).getFileName() + ": "
                    + failed.reason().replace(work.toString(), "");
        } else if (event instanceof LayerEvent.WatchTroubled troubled) {
            return "troubled " + troubled.directory().replace(work.toString(), "") + ": " + troubled.reason();
        } else if (event instanceof LayerEvent.WatchRecovered recovered) {
            return "recovered " + recovered.directory().replace(work.toString(), "");
        } else if (event instanceof LayerEvent.Dropped dropped && dropped.what().startsWith("Manager")) {
            return dropped.what();
        }
        return "";
    }

    /** Sets what a module gets that asks the host. */
    void answers(UnaryOperator<String> answers) throws ReflectiveOperationException {
        type("bot.Host").getField("answers").set(null, answers);
    }

    Class<?> type(String name) {
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
