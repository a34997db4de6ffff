package dev.layers.testkit;

import static dev.layers.testkit.LayersAssertions.assertThatLoader;
import static dev.layers.testkit.LayersAssertions.assertThatReference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds a loader that no manager has ever seen is told. */
class HeldLoaderIT {
    private static final List<Object> HELD = new ArrayList<>();
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
        HELD.clear();
        loaders.release();
    }

    @Test
    void loaderInAStaticList_failsWithPathCauseAndAdvice() {
        AssertionError failure = LooseLoaders.failure(UnloadCheck.standard(), () -> held(loaders.used("leaky")));

        assertThat(told(failure)).isEqualTo("""
                Expected all that the body dropped to be COLLECTED but was:
                  RETAINED, outlived some collections
                    still there: class loader 'leaky' (java.net.URLClassLoader)
                    held by: static field dev.layers.testkit.HeldLoaderIT.HELD keeps its class loader at [0]
                      to do: remove it there when the module is unloaded
                      from static field dev.layers.testkit.HeldLoaderIT.HELD
                        class dev.layers.testkit.HeldLoaderIT .HELD
                        java.util.ArrayList .elementData
                        java.lang.Object[] [i]
                        java.net.URLClassLoader 'leaky'""");
    }

    @Test
    void loaderThatIsAContextLoader_failsWithTheThread() {
        AssertionError failure = LooseLoaders.failure(UnloadCheck.standard(), () -> {
            URLClassLoader loader = loaders.used("leaky");
            LooseLoaders.start(new Thread(loaders::await, "acme-pump"), loader);
            return loader;
        });

        assertThat(told(failure)).isEqualTo("""
                Expected all that the body dropped to be COLLECTED but was:
                  RETAINED, outlived some collections
                    still there: class loader 'leaky' (java.net.URLClassLoader)
                    held by: context class loader of thread 'acme-pump'
                      to do: restore the context class loader in a finally block; now call setContextClassLoader of that thread
                      from thread 'acme-pump'
                        java.lang.Thread 'acme-pump' .contextClassLoader
                        java.net.URLClassLoader 'leaky'""");
    }

    @Test
    void valueInAThreadLocalOfALiveThread_failsWithThreadAndClass() {
        ThreadLocal<Object> local = new ThreadLocal<>();
        CountDownLatch set = new CountDownLatch(1);
        AssertionError failure = LooseLoaders.failure(UnloadCheck.standard(), () -> {
            URLClassLoader loader = loaders.used("leaky");
            Object[] value = {loader.loadClass("acme.Chat").getConstructor().newInstance()};
            LooseLoaders.start(new Thread(() -> keep(local, value, set), "host"), null);
            set.await();
            return loader;
        });

        assertThat(told(failure)).isEqualTo("""
                Expected all that the body dropped to be COLLECTED but was:
                  RETAINED, outlived some collections
                    still there: class loader 'leaky' (java.net.URLClassLoader)
                    held by: thread-local on thread 'host' has acme.Chat
                      to do: call ThreadLocal.remove on that thread, at the end of the call that set it
                      from thread 'host'
                        java.lang.Thread 'host' .threadLocals
                        java.lang.ThreadLocal$ThreadLocalMap .table
                        java.lang.ThreadLocal$ThreadLocalMap$Entry[] [i]
                        java.lang.ThreadLocal$ThreadLocalMap$Entry 'java.lang.ThreadLocal' .value
                        acme.Chat <class>
                        class acme.Chat <loader>
                        loader 'leaky' (java.net.URLClassLoader)""");
    }

    @Test
    void withoutHeapDump_tellsHowToGetThem() {
        AssertionError failure = LooseLoaders.failure(QUICK, () -> held(loaders.used("leaky")));

        assertThat(told(failure)).isEqualTo("""
                Expected all that the body dropped to be COLLECTED but was:
                  RETAINED, outlived some collections
                    still there: class loader 'leaky' (java.net.URLClassLoader)
                    nobody looked what holds it: ExplanationPolicy.none() allows no heap dump, ExplanationPolicy.heapDump() does""");
    }

    @Test
    void oneOfSeveral_isNamed() {
        AssertionError failure =
                LooseLoaders.failure(QUICK, () -> List.of(loaders.used("clean"), held(loaders.used("leaky"))));

        assertThat(failure)
                .hasMessageContaining("still there: class loader 'leaky' (java.net.URLClassLoader)")
                .hasMessageNotContaining("'clean'");
    }

    @Test
    void referentOfAReference_isNamed() {
        AssertionError failure = LooseLoaders.failure(QUICK, () -> new WeakReference<>(held(loaders.used("leaky"))));

        assertThat(failure)
                .hasMessageContaining("still there: class loader 'leaky' (java.net.URLClassLoader)")
                .hasMessageNotContaining("WeakReference");
    }

    @Test
    void repetition_thatLeaks_isNamed() {
        List<URLClassLoader> all = new ArrayList<>();

        AssertionError failure = LooseLoaders.failure(QUICK.repeat(5), () -> {
            URLClassLoader loader = loaders.used("leaky");
            all.add(all.size() == 2 ? loader : loaders.fresh("other"));
            return loader;
        });

        assertThat(failure)
                .hasMessageStartingWith(
                        "Expected all that the body dropped in repetition 3 of 5 to be COLLECTED but was:");
        assertThat(all).hasSize(3);
    }

    @Test
    void referenceToALoader_tellsHeldFromCollected() throws Exception {
        WeakReference<ClassLoader> held = dropped(true);
        WeakReference<ClassLoader> gone = dropped(false);

        assertThatLoader(gone).isCollected();
        assertThatLoader(held).withoutHeapDump().isRetained();
        assertThatThrownBy(() -> assertThatLoader(held).withoutHeapDump().isCollected())
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s)Expected the class loader to be COLLECTED but was:\\R"
                        + "  RETAINED, outlived \\d+ collections in .*");
        assertThatThrownBy(() -> assertThatReference(held)
                        .waitingFor(Duration.ofMillis(300))
                        .isCollected())
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s)Expected the object to be COLLECTED but was:\\R  UNCONFIRMED after .*");
    }

    /** Returns the message without what differs from run to run. */
    private static String told(AssertionError failure) {
        return failure.getMessage()
                .replaceAll("outlived \\d+ collections in [^\r\n]*", "outlived some collections")
                .replaceAll("\\[] \\[\\d+]", "[] [i]")
                .replace(System.lineSeparator(), "\n");
    }

    private void keep(ThreadLocal<Object> local, Object[] value, CountDownLatch set) {
        local.set(value[0]);
        value[0] = "nothing";
        set.countDown();
        loaders.await();
    }

    private WeakReference<ClassLoader> dropped(boolean isHeld) throws Exception {
        List<WeakReference<ClassLoader>> traces = new ArrayList<>();
        Thread thread = new Thread(() -> {
            ClassLoader loader = loaders.fresh("dropped");
            traces.add(new WeakReference<>(isHeld ? held(loader) : loader));
        });
        thread.start();
        thread.join();
        return traces.get(0);
    }

    private static <T> T held(T object) {
        HELD.add(object);
        return object;
    }
}
