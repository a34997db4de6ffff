package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many modules that are unloaded at once share what the JVM is asked for. */
class ManyModulesIT {
    private static final int MODULES = 100;
    private static final int AT_ONCE = 20;

    @TempDir
    Path directory;

    private TestHost host;

    @BeforeAll
    static void countable() {
        assumeThat(LayerManager.class.getModule().isNamed())
                .as("on the module path tests do not read the module that counts")
                .isFalse();
    }

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @Test
    @DisplayName("G22 G37 A hundred modules unloaded one after the other are confirmed by few collections")
    void unloadAll_sharesCollections() throws Exception {
        try (LayerManager manager = host.manager().build()) {
            load(manager);
            long before = collections();
            long start = System.nanoTime();

            List<UnloadReport> reports = manager.unloadAll();

            assertThat(reports)
                    .hasSize(MODULES)
                    .allSatisfy(report -> assertThat(report).isClean());
            assertFew(collections() - before, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    @Test
    @DisplayName("G22 G37 A hundred modules unloaded by twenty threads at once are confirmed by few collections")
    void unloadsAtOnce_shareCollections() throws Exception {
        ExecutorService hosts = Executors.newFixedThreadPool(AT_ONCE);
        try (LayerManager manager = host.manager().build()) {
            List<Callable<UnloadReport>> unloads = new ArrayList<>();
            load(manager).forEach(module -> unloads.add(module::unload));
            long before = collections();
            long start = System.nanoTime();

            for (Future<UnloadReport> report : hosts.invokeAll(unloads)) {
                assertThat(report.get()).isClean();
            }

            assertFew(collections() - before, Duration.ofNanos(System.nanoTime() - start));
        } finally {
            hosts.shutdown();
        }
    }

    private List<LoadedModule> load(LayerManager manager) {
        List<LoadedModule> modules = new ArrayList<>();
        IntStream.range(0, MODULES).forEach(number -> modules.add(manager.load(jar("chat" + number))));
        modules.forEach(module -> assertThat(host.command(module).apply("ping")).isEqualTo("ping"));
        return modules;
    }

    private Path jar(String name) {
        return ModuleSource.module("module " + name + " { requires bot.api; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve(name + ".jar"));
    }

    /** A request waits for unloads under way, but no longer than a second. */
    private static void assertFew(long collections, Duration took) {
        System.out.println(MODULES + " modules: " + collections + " collections in " + took.toMillis() + " ms");
        assertThat(collections).isLessThan(MODULES / 10 + took.toSeconds());
    }

    /** Full collections alone: young ones come by themselves. */
    private static long collections() {
        List<GarbageCollectorMXBean> full = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> collector.getName().equals("G1 Old Generation"))
                .toList();
        assumeThat(full).as("a collector that counts full collections").isNotEmpty();
        return full.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
