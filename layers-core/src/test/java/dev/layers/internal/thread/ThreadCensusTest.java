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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadCensusTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ClassLoader loader = new ClassLoader("chat#1", null) {};
    private final ThreadCensus census = census(loader);
    private final CountDownLatch end = new CountDownLatch(1);

    @TempDir
    Path directory;

    @AfterEach
    void endAll() {
        end.countDown();
    }

    @Test
    void threadWithTheContextLoader_isFound() {
        Thread thread = started(new Thread(this::untilEnd), loader);

        assertThat(found(census)).containsExactly(thread);
    }

    @Test
    void threadWhoseContextStandsOnTheLoader_isFound() {
        Thread thread = started(new Thread(this::untilEnd), new ClassLoader("script", loader) {});

        assertThat(found(census)).containsExactly(thread);
    }

    @Test
    void threadOfAnotherLoader_isNotFound() {
        started(new Thread(this::untilEnd), new ClassLoader("chat#2", null) {});

        assertThat(found(census)).isEmpty();
    }

    @Test
    void knownThread_isLeftOut() {
        Thread known = started(new Thread(this::untilEnd), loader);
        Thread other = started(new Thread(this::untilEnd), loader);

        assertThat(census.takeBeside(List.of(known)))
                .extracting(RunningThread::thread)
                .containsExactly(other);
    }

    @Test
    void finishedThread_isNotFound() {
        Thread thread = started(new Thread(() -> {}), loader);

        Deadline.in(LONG).join(thread);

        assertThat(found(census)).isEmpty();
    }

    @Test
    void threadWithAFrameOfTheLoader_isFound() throws Exception {
        URLClassLoader chat = chat("""
                package acme;
                public class Waiting implements Runnable {
                    public final java.util.concurrent.CountDownLatch began = new java.util.concurrent.CountDownLatch(1);
                    private final Runnable wait;
                    public Waiting(Runnable wait) { this.wait = wait; }
                    public void run() { began.countDown(); wait.run(); }
                }
                """);
        Class<?> type = chat.loadClass("acme.Waiting");
        Runnable waiting = (Runnable) type.getConstructor(Runnable.class).newInstance((Runnable) this::untilEnd);
        Thread thread = started(new Thread(waiting), null);
        Deadline.in(LONG).await(((CountDownLatch) type.getField("began").get(waiting))::await);

        List<Thread> found = found(census(chat));

        assertThat(found).containsExactly(thread);
    }

    @Test
    void threadWhoseClassIsOfTheLoader_isFound() throws Exception {
        URLClassLoader chat = chat("""
                package acme;
                public class Waiting extends Thread {
                    public Waiting(Runnable wait) { super(wait); }
                }
                """);
        Thread made = (Thread)
                chat.loadClass("acme.Waiting").getConstructor(Runnable.class).newInstance((Runnable) this::untilEnd);
        Thread thread = started(made, null);

        List<Thread> found = found(census(chat));

        assertThat(found).containsExactly(thread);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CompletableFutureDelayScheduler",
                "ForkJoinPool.commonPool-delayScheduler",
                "Keep-Alive-Timer",
                "process reaper",
                "process reaper (pid 4711)"
            })
    void threadThatTheJdkShares_isResetAndNotFound(String name) {
        Thread shared = started(new Thread(this::untilEnd, name), loader);

        List<Thread> found = found(census);

        assertThat(found).isEmpty();
        assertThat(shared.getContextClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
    }

    @Test
    void threadsThatThisJdkStartsOnceForAll_areNotFound() {
        Thread module = started(
                new Thread(() -> {
                    new CompletableFuture<Void>().orTimeout(1, TimeUnit.HOURS);
                    process();
                }),
                loader);

        Deadline.in(LONG).join(module);

        assertThat(found(census)).isEmpty();
    }

    @Test
    void reset_leavesOtherThreadsAlone() {
        Thread own = started(new Thread(this::untilEnd), loader);
        ClassLoader other = new ClassLoader("chat#2", null) {};
        Thread shared = started(new Thread(this::untilEnd, "CompletableFutureDelayScheduler"), other);

        census.takeBeside(List.of());

        assertThat(own.getContextClassLoader()).isSameAs(loader);
        assertThat(shared.getContextClassLoader()).isSameAs(other);
    }

    @Test
    void text_namesThreadStateAndTheTopmostFrameOfAModule() throws Exception {
        Class<?> type = chat("""
                package acme;
                public class Parked implements Runnable {
                    private final Runnable wait;
                    public Parked(Runnable wait) { this.wait = wait; }
                    public void run() { wait.run(); }
                }
                """).loadClass("acme.Parked");
        Runnable parked = (Runnable) type.getConstructor(Runnable.class).newInstance((Runnable) this::parked);
        Thread thread = started(new Thread(parked, "chat-1"), loader);
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        String text = RunningThread.text(thread);

        assertThat(text).isEqualTo("thread 'chat-1' (WAITING) at acme.Parked.run(Parked.java:5)");
    }

    @Test
    void text_ofAThreadThatEndedHasNoPlace() {
        Thread thread = started(new Thread(() -> {}, "chat-1"), loader);

        Deadline.in(LONG).join(thread);

        assertThat(RunningThread.text(thread)).isEqualTo("thread 'chat-1' (TERMINATED)");
    }

    /** The census of a generation that nobody recorded. */
    private static ThreadCensus census(ClassLoader loader) {
        return new ThreadCensus(loader, new Belongings("chat#1", Mentions.everything()), new Stacks());
    }

    private static List<Thread> found(ThreadCensus census) {
        return census.takeBeside(List.of()).stream().map(RunningThread::thread).toList();
    }

    private URLClassLoader chat(String source) throws Exception {
        Path classes = TestJar.empty().source(source).writeDirectory(directory);
        return new URLClassLoader("chat#1", new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static Thread started(Thread thread, ClassLoader context) {
        thread.setDaemon(true);
        thread.setContextClassLoader(context);
        thread.start();
        return thread;
    }

    /** Ends by itself, so that nothing outlives the test for long. */
    private static void process() {
        try {
            new ProcessBuilder("sleep", "1").start();
        } catch (IOException absent) {
            throw new IllegalStateException("This test needs a command to run", absent);
        }
    }

    private void parked() {
        try {
            end.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilEnd() {
        Deadline.in(LONG).await(end::await);
    }
}
