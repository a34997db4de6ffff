package dev.layers.reload;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.ModuleCallException;
import dev.layers.Offer;
import dev.layers.Weaving;
import dev.layers.preflight.PreflightReport;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of modules that stand on each other. */
class DependencyEndIT {
    private static final String NAMES = "public static String name() { return \"serif\"; }";
    private static final String LEAVES = "private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();"
            + " public static void leave(Runnable task) { LOCAL.set(task); ";

    @TempDir
    Path directory;

    @Test
    @DisplayName("G27 A thread-local of a dependency keeps its dependent, were it not for weaving")
    void asWritten_threadLocalOfADependency_retainsTheDependent() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (GroundHost host = GroundHost.create(GroundHost.Kind.MODULE_PATH, directory)) {
            LoadOptions asWritten = LoadOptions.standard().weaving(Weaving.AS_WRITTEN);
            host.manager()
                    .load(
                            asWritten.offering(Offer.PACKAGES),
                            host.fonts("", LEAVES + "}").toJar(host.jar("fonts")));
            LoadedModule above = host.manager().load(asWritten, leaving(host).toJar(host.jar("app")));

            assertThat(pool.submit(() -> host.ask(above, "")).get(1, TimeUnit.MINUTES))
                    .isEqualTo("left");

            assertThat(above.unload()).isReleased().isRetained();
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(GroundHost.Kind.class)
    @DisplayName("G27 What a dependency's code leaves behind for its dependent is undone")
    void leftovers_ofCodeOfADependency_areUndone(GroundHost.Kind kind) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (GroundHost host = GroundHost.create(kind, directory)) {
            LoadedModule below = host.packages(
                    host.fonts(
                            "",
                            LEAVES + "Runtime.getRuntime().addShutdownHook(new Thread(task));"
                                    + " Thread thread = new Thread(() -> { task.run(); try { Thread.sleep(600_000); }"
                                    + " catch (InterruptedException end) { } }, \"fonts\");"
                                    + " thread.setDaemon(true); thread.start(); }"),
                    "fonts");
            LoadedModule above = host.load(leaving(host), "app");

            assertThat(pool.submit(() -> host.ask(above, "")).get(1, TimeUnit.MINUTES))
                    .isEqualTo("left");
            var dependent = above.unload();
            var dependency = below.unload();

            assertThat(dependent).isCollected();
            assertThat(dependency).isCollected();
        } finally {
            pool.shutdown();
        }
    }

    private static ModuleSource leaving(GroundHost host) {
        return host.app("requires acme.fonts;", "acme.fonts.Fonts.leave(() -> { }); return \"left\";", "fonts");
    }

    @ParameterizedTest
    @EnumSource(GroundHost.Kind.class)
    @DisplayName("G27 What the host keeps of a call holds neither the module nor what it stands on")
    void keptException_ofADependency_holdsNothing(GroundHost.Kind kind) throws Exception {
        try (GroundHost host = GroundHost.create(kind, directory)) {
            LoadedModule below = host.packages(
                    host.fonts("", NAMES)
                            .type("package acme.fonts; public class NoFont extends RuntimeException {"
                                    + " public NoFont(String name) { super(name); } }"),
                    "fonts");
            LoadedModule above =
                    host.load(host.app("requires acme.fonts;", "throw new acme.fonts.NoFont(text);", "fonts"), "app");
            PreflightReport report = host.manager().check(host.jar("app"));

            Throwable kept = catchThrowable(() -> host.ask(above, "mono"));

            assertThat(kept).isInstanceOf(ModuleCallException.class).hasMessageContaining("acme.fonts.NoFont: mono");
            assertThat(above.unload()).isClean();
            assertThat(below.unload()).isClean();
            assertThat(report.errors()).isEmpty();
            assertThat(kept).hasNoCause();
        }
    }
}
