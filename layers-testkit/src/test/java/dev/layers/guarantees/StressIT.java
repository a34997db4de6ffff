package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleUnloadedException;
import dev.layers.ReloadRefusedException;
import dev.layers.RunningCalls;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls that never stop while generations follow each other. Takes {@code layers.stress.seconds}: a minute where the host is
 * on the module path, and some seconds more where it is on the class path, whose calls are no others.
 */
class StressIT {
    private static final int FEWEST = 10;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger(
            "layers.stress.seconds", StressIT.class.getModule().isNamed() ? 60 : 5));
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int CALLERS = 4;

    @TempDir
    Path directory;

    private StressHost host;
    private Path jar;
    private final AtomicLong calls = new AtomicLong();

    @BeforeEach
    void host() {
        host = new StressHost(directory);
        jar = directory.resolve("chat.jar");
    }

    @Test
    @DisplayName(
            "G26 G27 No call fails, none is late or runs on two generations, and every old generation is collected")
    void callsWhileReloading_neverFailNorMixNorPin() throws Exception {
        byte[] even = host.chat("even");
        byte[] odd = host.chat("odd");
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<Set<String>>> answers = new ArrayList<>();
        int generations = 1;

        try (LayerManager manager = host.manager(UnloadPolicy.standard())) {
            LoadedModule module = manager.load(Files.write(jar, even));
            var talk = host.talk(module);
            for (int caller = 0; caller < CALLERS; caller++) {
                answers.add(callers.submit(() -> callUntil(over, talk)));
            }
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < TIME.toNanos() || generations <= FEWEST) {
                Files.write(jar, generations % 2 == 0 ? even : odd);
                long before = calls.get();
                assertThat(module.reload()).isReleased().leftNothing();
                generations++;
                Patience.until("calls go on", () -> calls.get() > before || isDone(answers));
                LockSupport.parkNanos(PAUSE);
            }
            over.set(true);
            for (Future<Set<String>> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS))
                        .containsExactly("[even even even even]", "[odd odd odd odd]");
            }
            UnloadReport last = module.unload();
            assertThat(last).isReleased().leftNothing();
        } finally {
            over.set(true);
            callers.shutdownNow();
        }

        assertThat(host.lateCalls()).as("late calls").isZero();
        assertThat(generations).isGreaterThan(FEWEST);
        assertThat(host.traces()).hasSize(generations);
        Patience.untilCollected(host.traces());
    }

    @Test
    @DisplayName(
            "G26 G27 Reloads that a call refuses under traffic fail no call, and leave no generation but the old one")
    void refusedReloads_disturbNoCall() throws Exception {
        Files.write(jar, host.chat("even"));
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS + 1);

        try (LayerManager manager = host.manager(UnloadPolicy.standard().drainFor(Duration.ofMillis(100)))) {
            LoadedModule module = manager.load(jar);
            var talk = host.talk(module);
            Future<?> waiting = callers.submit(() -> talk.apply(List.of(""), word -> {
                inside.countDown();
                return await(blocked, word);
            }));
            List<Future<Set<String>>> answers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                answers.add(callers.submit(() -> callUntil(over, talk)));
            }
            assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
            Files.write(jar, host.chat("odd"));
            for (int reload = 0; reload < 10; reload++) {
                long before = calls.get();
                assertThatExceptionOfType(ReloadRefusedException.class)
                        .isThrownBy(module::reload)
                        .withMessageStartingWith("Module 'chat': a call still runs: thread 'pool-")
                        .withMessageEndingWith("; 'chat#1' serves on; let the calls end and reload again");
                Patience.until("calls go on", () -> calls.get() > before || isDone(answers));
            }
            blocked.countDown();
            waiting.get(30, TimeUnit.SECONDS);
            over.set(true);
            for (Future<Set<String>> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).contains("[even even even even]");
                assertThat(answer.get()).isSubsetOf("[even even even even]", "[odd odd odd odd]");
            }
            assertThat(module.generation()).hasToString("chat#1");
            assertThat(module.unload()).isReleased().leftNothing();
        } finally {
            over.set(true);
            blocked.countDown();
            callers.shutdownNow();
        }

        assertThat(host.lateCalls()).as("late calls").isZero();
        assertThat(host.traces()).isNotEmpty();
        Patience.untilCollected(host.traces());
    }

    @Test
    @DisplayName("G20 A call that goes on beside the hook sees the flag: the stress would notice a late one")
    void callBesideTheHook_isSeenAsLate() throws Exception {
        Files.write(jar, host.chat("even"));

        try (LayerManager manager = host.manager(
                UnloadPolicy.standard().drainFor(Duration.ofMillis(50)).onRunningCalls(RunningCalls.PROCEED))) {
            LoadedModule module = manager.load(jar);
            var talk = host.talk(module);
            UnaryOperator<String> unloading = word -> {
                module.unload();
                return word;
            };

            // its references to the host are gone, but it has looked before it came to that
            assertThatExceptionOfType(ModuleUnloadedException.class)
                    .isThrownBy(() -> talk.apply(List.of("word"), unloading))
                    .withMessage("Module 'chat#1' is unloaded or being unloaded;"
                            + " 'reference to own.Relay of the host' takes no calls, let go of it");
            assertThat(host.lateCalls()).isPositive();
        }
    }

    /** Returns the different answers; every other call has one within it, which may go to the next generation. */
    private Set<String> callUntil(
            AtomicBoolean over, BiFunction<List<String>, UnaryOperator<String>, List<String>> talk) {
        Set<String> answers = new TreeSet<>();
        UnaryOperator<String> nesting = word -> {
            answers.add(talk.apply(List.of(""), inner -> inner).toString().replace("[ ", "["));
            return word;
        };
        while (!over.get()) {
            answers.add(talk.apply(List.of(""), nesting).toString().replace("[ ", "["));
            answers.add(talk.apply(List.of(""), word -> word).toString().replace("[ ", "["));
            calls.incrementAndGet();
        }
        return answers;
    }

    private static String await(CountDownLatch latch, String word) {
        try {
            latch.await();
            return word;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static boolean isDone(List<Future<Set<String>>> answers) {
        return answers.stream().anyMatch(Future::isDone);
    }
}
