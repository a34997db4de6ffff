package dev.layers.internal.residue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.TestJar;
import dev.layers.internal.woven.Belongings;
import dev.layers.internal.woven.Mentions;
import dev.layers.internal.woven.WovenLoader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignThreadsTest {
    private final URLClassLoader loader = new URLClassLoader(new URL[0], null);
    private final ClassLoader context = new URLClassLoader(new URL[0], null);
    private final Residue residue = new Residue();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void end() throws InterruptedException {
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void contextOfModule_onThreadOfHost_isResetAndTold() {
        Thread thread = thread("host-1", loader);

        new ForeignThreads(other -> false, context).run(owner(), residue);

        assertThat(thread.getContextClassLoader()).isSameAs(context);
        assertThat(residue.undone()).containsExactly("context class loader of thread 'host-1' was reset");
        assertThat(residue.left()).isEmpty();
    }

    @Test
    void threadOfAnOwnClassOfTheHost_isNoReasonToSearch() {
        started(new Thread(this::untilEnd, "host-own") {});

        assertThat(new ForeignThreads(own -> false, context).isVain(owner())).isTrue();
    }

    @Test
    void threadThatAnswersItself_isAskedBesideTheUnload() {
        started(new Thread(this::untilEnd, "host-answering") {
            @Override
            public ClassLoader getContextClassLoader() {
                return context;
            }
        });

        assertThat(new ForeignThreads(own -> false, context).isVain(owner())).isFalse();
    }

    @Test
    void threadOfAClassOfAnotherLoader_isNotLookedInto() throws Exception {
        Path classes = TestJar.empty()
                .source("package acme; public class Late {}", """
                        package acme;
                        public class Own extends Thread {
                            public Own(Runnable task) { super(task); }
                            public void take(Late late) {}
                        }
                        """)
                .writeDirectory(directory);
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        ClassLoader other =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader()) {
                    @Override
                    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                        asked.add(name);
                        return super.loadClass(name, resolve);
                    }
                };
        started((Thread)
                other.loadClass("acme.Own").getConstructor(Runnable.class).newInstance((Runnable) this::untilEnd));

        assertThat(new ForeignThreads(own -> false, context).isVain(owner())).isFalse();
        assertThat(asked).contains("acme.Own").doesNotContain("acme.Late");
    }

    @Test
    void contextThatStandsOnModule_isReset() {
        Thread thread = thread("host-2", new URLClassLoader(new URL[0], loader));

        new ForeignThreads(other -> false, context).run(owner(), residue);

        assertThat(thread.getContextClassLoader()).isSameAs(context);
    }

    @Test
    void contextOfModule_onItsOwnThread_stays() {
        Thread thread = thread("acme-1", loader);

        new ForeignThreads(thread::equals, context).run(owner(), residue);

        assertThat(thread.getContextClassLoader()).isSameAs(loader);
        assertThat(residue.undone()).isEmpty();
    }

    @Test
    void contextOfOthers_stays() {
        ClassLoader other = new URLClassLoader(new URL[0], null);
        Thread thread = thread("host-3", other);

        new ForeignThreads(own -> false, context).run(owner(), residue);

        assertThat(thread.getContextClassLoader()).isSameAs(other);
        assertThat(residue.undone()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HttpClient-7-SelectorManager", "process reaper (pid 17)", "ForkJoinPool.commonPool-worker-3"})
    void contextOfModule_onSharedThreadOfJdk_isResetInSilence(String name) {
        Thread thread = thread(name, loader);

        new ForeignThreads(own -> false, context).run(owner(), residue);

        assertThat(thread.getContextClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
        assertThat(residue.undone()).isEmpty();
    }

    @Test
    void threadWhoseClassIsOfAnotherModule_isNotAsked() throws Exception {
        Path classes = TestJar.empty().source("""
                package acme;
                public class Silent extends Thread {
                    public Silent(Runnable task) { super(task); }
                    @Override
                    public ClassLoader getContextClassLoader() { throw new IllegalStateException("asked"); }
                }
                """).writeDirectory(directory);
        Class<?> type = new OtherModule(classes.toUri().toURL()).loadClass("acme.Silent");
        started((Thread) type.getConstructor(Runnable.class).newInstance((Runnable) this::untilEnd));

        new ForeignThreads(own -> false, context).run(owner(), residue);

        assertThat(residue.undone()).isEmpty();
        assertThat(residue.left()).isEmpty();
    }

    /** The loader of another generation. */
    private static final class OtherModule extends URLClassLoader implements WovenLoader {
        OtherModule(URL classes) {
            super(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
        }

        @Override
        public Belongings belongings() {
            return new Belongings("other#1", Mentions.none());
        }
    }

    private Owner owner() {
        return new Owner(loader, Mentions.none());
    }

    private Thread thread(String name, ClassLoader loader) {
        Thread thread = new Thread(this::untilEnd, name);
        thread.setContextClassLoader(loader);
        return started(thread);
    }

    private Thread started(Thread thread) {
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
        return thread;
    }

    private void untilEnd() {
        try {
            end.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
