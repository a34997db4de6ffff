package dev.layers.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.TestJar;
import dev.layers.internal.time.Deadline;
import dev.layers.internal.woven.Belongings;
import dev.layers.internal.woven.Mentions;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

@EnabledForJreRange(min = JRE.JAVA_21)
class UnrecordedThreadsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private Thread thread = new Thread();

    @TempDir
    Path directory;

    @BeforeEach
    void start() throws Exception {
        Runnable waiting = (Runnable)
                chat().loadClass("acme.Waiting").getConstructor(Runnable.class).newInstance((Runnable) this::untilEnd);
        thread = (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, waiting);
        began.await();
        Deadline deadline = Deadline.in(LONG);
        while (thread.getState() == Thread.State.RUNNABLE && !deadline.isPast()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void endAll() throws Exception {
        end.countDown();
        thread.join();
    }

    @Test
    void thread_isFoundWhereNotAllIsRecorded() {
        UnrecordedThreads threads = threads("chat#1", Mentions.everything());

        boolean isQuiet = threads.await(Deadline.in(Duration.ZERO));

        assertThat(isQuiet).isFalse();
        assertThat(threads.texts())
                .singleElement()
                .asString()
                .matches(
                        "virtual thread #\\d+( \\((TIMED_)?WAITING\\))? at acme\\.Waiting\\.run\\(Waiting\\.java:5\\)");
    }

    @Test
    void thread_isNotLookedForWhereAllIsRecorded() {
        UnrecordedThreads threads = threads("chat#1", Mentions.none());

        boolean isQuiet = threads.await(Deadline.in(Duration.ZERO));

        assertThat(isQuiet).isTrue();
        assertThat(threads.texts()).isEmpty();
    }

    @Test
    void thread_ofAnotherLoader_isNotFound() {
        UnrecordedThreads threads = threads("chat#2", Mentions.everything());

        assertThat(threads.await(Deadline.in(Duration.ZERO))).isTrue();
    }

    @Test
    void thread_isAwaited() {
        UnrecordedThreads threads = threads("chat#1", Mentions.everything());
        threads.await(Deadline.in(Duration.ZERO));

        end.countDown();

        assertThat(threads.await(Deadline.in(LONG))).isTrue();
        assertThat(threads.texts()).isEmpty();
    }

    private static UnrecordedThreads threads(String loader, Mentions mentions) {
        return new UnrecordedThreads(loader, new Belongings(loader, mentions));
    }

    private void untilEnd() {
        began.countDown();
        Deadline.in(LONG).await(end::await);
    }

    private URLClassLoader chat() throws IOException {
        Path classes = TestJar.empty().source("""
                        package acme;
                        public class Waiting implements Runnable {
                            private final Runnable wait;
                            public Waiting(Runnable wait) { this.wait = wait; }
                            public void run() { wait.run(); }
                        }
                        """).writeDirectory(directory);
        return new URLClassLoader("chat#1", new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }
}
