package dev.layers.testkit;

import static dev.layers.testkit.LayersAssertions.assertThatLayer;
import static dev.layers.testkit.LayersAssertions.assertThatReference;
import static dev.layers.testkit.LayersAssertions.assertUnloads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.layers.LayerManager;
import dev.layers.ServiceContract;
import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loaders, layers and objects that no manager has ever seen, and how a check of them runs. */
class UnloadCheckIT {
    private static final UnloadCheck QUICK = UnloadCheck.standard().withoutHeapDump();

    @TempDir
    Path directory;

    private LooseLoaders loaders;

    @BeforeEach
    void compile() {
        loaders = LooseLoaders.compiledTo(directory);
    }

    @AfterEach
    void release() {
        loaders.release();
    }

    @Test
    void loaderThatIsDropped_passes() throws Exception {
        // @start region="check"
        assertUnloads(() -> {
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {loaders.jar().toUri().toURL()});
            IntSupplier chat =
                    (IntSupplier) loader.loadClass("acme.Chat").getConstructor().newInstance();
            assertThat(chat.getAsInt()).isEqualTo(42);
            loader.close();
            return loader;
        });
        // @end
    }

    @Test
    void everyKind_ofWhatIsDropped_passes() throws Exception {
        assertUnloads(() -> {
            ModuleLayer layer = loaders.layer();
            Module module = layer.findModule("acme.chat").orElseThrow();
            Class<?> type = layer.findLoader("acme.chat").loadClass("acme.Chat");
            Object chat = type.getConstructor().newInstance();
            URLClassLoader other = loaders.used("other");
            return List.of(
                    layer,
                    new Object[] {module, type, Optional.of(chat)},
                    Map.of(new WeakReference<>(chat), new PhantomReference<>(other, new ReferenceQueue<>())),
                    Map.of("one", loaders.used("named"), 2, loaders.used("numbered")));
        });
    }

    @Test
    void loaderWithoutAnyClass_passes() throws Exception {
        assertUnloads(() -> loaders.fresh("empty"));
    }

    @Test
    void repetitions_thatEachLeaveAThread_fail() {
        AssertionError failure = LooseLoaders.failure(QUICK.repeat(3), () -> {
            LooseLoaders.start(new Thread(loaders::await, "pump"), null);
            return loaders.used("collected");
        });

        assertThat(failure)
                .hasMessageMatching(
                        "Expected 3 repetitions to leave no more threads than one but found 3 where the first"
                                + " left 1:"
                                + "(\\R  thread 'pump' \\((WAITING|RUNNABLE)\\)){3}");
    }

    @Test
    void repetitions_thatShareAThread_pass() throws Exception {
        Thread shared = new Thread(loaders::await, "shared");

        assertUnloads(3, () -> {
            if (shared.getState() == Thread.State.NEW) {
                LooseLoaders.start(shared, null);
            }
            return loaders.used("collected");
        });

        assertThat(shared.isAlive()).isTrue();
    }

    @Test
    void body_runsOnAThreadOfItsOwn_withTheContextLoaderOfTheCaller() throws Exception {
        List<Object> seen = new ArrayList<>();
        ClassLoader context = new ClassLoader("context", null) {};
        ClassLoader former = Thread.currentThread().getContextClassLoader();

        Thread.currentThread().setContextClassLoader(context);
        try {
            assertUnloads(() -> {
                Thread thread = Thread.currentThread();
                seen.addAll(List.of(thread.getName(), thread.isDaemon(), thread.getContextClassLoader()));
                return new Object();
            });
        } finally {
            Thread.currentThread().setContextClassLoader(former);
        }

        assertThat(seen).containsExactly("layers unload check", true, context);
    }

    @Test
    void whatTheBodyThrows_reachesTheCallerAsItIs() {
        IOException checked = new IOException("no such plug-in");
        AssertionError failed = new AssertionError("42 is not 43");

        assertThat(catchThrowable(() -> assertUnloads(() -> {
                    throw checked;
                })))
                .isSameAs(checked);
        assertThat(catchThrowable(() -> assertUnloads(() -> {
                    throw failed;
                })))
                .isSameAs(failed);
    }

    @Test
    void bodyThatIsLate_isInterrupted() {
        AssertionError failure = LooseLoaders.failure(QUICK.bodyWithin(Duration.ofMillis(200)), () -> {
            new CountDownLatch(1).await();
            return new Object();
        });

        assertThat(failure)
                .hasMessageMatching("(?s)Unload check: the body did not end within PT0.2S, its thread"
                        + " 'layers unload check' \\(WAITING\\) was interrupted\\R  at .*CountDownLatch.await.*");
    }

    @Test
    void bodyThatHeedsNoInterrupt_isLeftBehind() {
        AssertionError failure = LooseLoaders.failure(QUICK.bodyWithin(Duration.ofMillis(200)), () -> {
            loaders.await();
            return new Object();
        });

        assertThat(failure)
                .hasMessageMatching("(?s)Unload check: the body did not end within PT0.2S, its thread"
                        + " 'layers unload check' \\(WAITING\\) was interrupted and runs on\\R  at .*");
    }

    @Test
    void interruptOfTheCaller_endsTheBody() {
        Thread.currentThread().interrupt();

        AssertionError failure = LooseLoaders.failure(QUICK, () -> {
            new CountDownLatch(1).await();
            return new Object();
        });

        assertThat(failure).hasMessage("Unload check: the wait for the body was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void nothingThatCouldBeCollected_isRefused() {
        assertRefused("null", null);
        assertRefused("nothing", List.of());
        assertRefused("null", new Object[] {null});
        assertRefused("object of class 'java.lang.String', which the JVM may keep for ever", "chat");
        assertRefused("class 'java.util.List', which the JVM may keep for ever", List.class);
        assertRefused(
                "object of class 'java.lang.ref.SoftReference', which the JVM may keep for ever",
                new SoftReference<>(new Object()));
        assertRefused("module 'java.base', which the JVM may keep for ever", Object.class.getModule());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertUnloads(UnloadCheckIT.class::getClassLoader))
                .withMessageContaining("which the JVM may keep for ever; wanted the class loader");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertUnloads(ModuleLayer::boot))
                .withMessageContaining("which the JVM may keep for ever; wanted the class loader");
    }

    @Test
    void whatLayersReturns_isRefused() {
        ServiceContract contract =
                ServiceContract.builder().provides(IntSupplier.class).build();
        Path jar = ModuleSource.module("module answer { provides java.util.function.IntSupplier with acme.Answer; }")
                .type("package acme; public class Answer implements java.util.function.IntSupplier {"
                        + " public int getAsInt() { return 42; } }")
                .toJar(directory.resolve("answer.jar"));
        try (LayerManager manager = LayerManager.builder(contract).build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertUnloads(() -> manager.load(jar)))
                    .withMessage(
                            "Unload check: the body returned a LoadedModule, which holds nothing of its generation;"
                                    + " wanted assertThat(module.unload()).isCollected()");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> assertUnloads(() -> manager.modules().get(0).unload()))
                    .withMessage(
                            "Unload check: the body returned an UnloadReport, which holds nothing of its generation;"
                                    + " wanted assertThat(report).isCollected()");
        }
    }

    @Test
    void repeat_ofLessThanOne_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertUnloads(0, Object::new))
                .withMessage("Unload check: repeat is 0; wanted one or more");
    }

    @Test
    void referenceToALayer_isCollected() throws Exception {
        List<Reference<ModuleLayer>> traces = new ArrayList<>();
        assertUnloads(() -> {
            ModuleLayer layer = loaders.layer();
            traces.add(new WeakReference<>(layer));
            return layer;
        });

        assertThatLayer(traces.get(0)).isCollected();
        assertThatThrownBy(() -> assertThatLayer(traces.get(0)).isRetained())
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("Expected the layer to be RETAINED but was:\\R  COLLECTED after .*");
    }

    @Test
    void softReference_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatReference(new SoftReference<>(new Object())))
                .withMessage("Reference to the object: a soft reference holds what it refers to;"
                        + " wanted a weak or a phantom reference");
    }

    private static void assertRefused(String found, Object dropped) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertUnloads(() -> dropped))
                .withMessage("Unload check: the body returned " + found
                        + "; wanted the class loader, layer, module, class or object that it dropped,"
                        + " or an array, collection or map of them");
    }
}
