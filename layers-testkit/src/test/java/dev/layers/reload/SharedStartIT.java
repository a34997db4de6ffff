package dev.layers.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.CollectionPolicy;
import dev.layers.DeploymentReport;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.guarantees.Patience;
import dev.layers.testkit.ModuleSource;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Modules that are loaded together start on the same few threads, which keep nothing of them. */
@Timeout(300)
class SharedStartIT {
    private static final int MODULES = 12;
    private static final int REQUESTS = 10;

    @TempDir
    Path directory;

    @Test
    @DisplayName("G37 What a constructor leaves with a thread that lives on pins a bare layer")
    void withoutUs_aLivingThreadPins() throws Exception {
        Path jar = write(1, "");
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            WeakReference<ModuleLayer> pinned = pool.submit(() -> bare(jar)).get();
            boolean isPinned = outlivesCollections(pinned);

            pool.submit(() -> Thread.currentThread().setUncaughtExceptionHandler(null))
                    .get();

            assertThat(isPinned).isTrue();
            Patience.untilCollected(List.of(pinned));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @DisplayName("G37 Modules of one set that leave something with the thread that starts them are collected")
    void loadAll_leavesNoThreadThatPins() throws Exception {
        for (int number = 0; number < MODULES; number++) {
            write(number, "");
        }
        write(MODULES, "if (true) throw new IllegalStateException(\"no\");");
        Queue<UnloadReport> discarded = new ConcurrentLinkedQueue<>();
        try (LayerManager manager = manager(discarded)) {
            DeploymentReport report = manager.loadAll(directory);

            assertThat(report.failures()).hasSize(1);
            assertThat(manager.modules()).hasSize(MODULES);
            assertThat(startThreads()).isEmpty();
            assertThat(manager.unloadAll())
                    .hasSize(MODULES)
                    .allSatisfy(unload -> assertThat(verdict(unload)).isInstanceOf(Verdict.Collected.class));
            assertThat(discarded)
                    .singleElement()
                    .satisfies(unload -> assertThat(verdict(unload)).isInstanceOf(Verdict.Collected.class));
        }
    }

    /** Each constructor leaves an object of its own class with the thread that it runs on. */
    private Path write(int number, String then) {
        String name = "acme.m" + number;
        return ModuleSource.module(
                        "module " + name + " { provides java.util.function.UnaryOperator with " + name + ".Echo; }")
                .type("package " + name + "; public class Echo implements java.util.function.UnaryOperator<String>,"
                        + " Thread.UncaughtExceptionHandler {"
                        + " public Echo() { Thread.currentThread().setUncaughtExceptionHandler(this); " + then + " }"
                        + " public String apply(String text) { return text; }"
                        + " public void uncaughtException(Thread thread, Throwable thrown) {} }")
                .toJar(directory.resolve(name + ".jar"));
    }

    private static WeakReference<ModuleLayer> bare(Path jar) {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("acme.m1"));
        ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        SharedStartIT.class.getModule().addUses(UnaryOperator.class);
        assertThat(ServiceLoader.load(layer, UnaryOperator.class).findFirst()).isPresent();
        return new WeakReference<>(layer);
    }

    private static boolean outlivesCollections(WeakReference<?> dropped) {
        for (int request = 0; request < REQUESTS && !dropped.refersTo(null); request++) {
            System.gc();
        }
        return !dropped.refersTo(null);
    }

    private static LayerManager manager(Queue<UnloadReport> discarded) {
        return LayerManager.builder(
                        ServiceContract.builder().provides(UnaryOperator.class).build())
                .collecting(CollectionPolicy.request(Duration.ofMinutes(1)))
                .listener(event -> {
                    if (event instanceof LayerEvent.Discarded end) {
                        discarded.add(end.report());
                    }
                })
                .build();
    }

    private static Verdict verdict(UnloadReport report) {
        return report.verdict().orTimeout(1, TimeUnit.MINUTES).join();
    }

    private static List<String> startThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.endsWith(" start"))
                .toList();
    }
}
