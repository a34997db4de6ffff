package dev.layers.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.Change;
import dev.layers.DeploymentPlan;
import dev.layers.DirectoryWatch;
import dev.layers.LoadedModule;
import dev.layers.WatchPolicy;
import dev.layers.WatchState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A directory is watched, and its modules are what lies in it. */
@Timeout(240)
class WatchIT {
    @TempDir
    Path work;

    private WatchHost host;

    @BeforeEach
    void host() throws IOException {
        host = WatchHost.create(work);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    @DisplayName(
            "What is put there is loaded, what is changed reloaded, what is removed unloaded; equal bytes do nothing")
    void directory_isFollowed() throws Exception {
        host.put("one", "one 1");
        DirectoryWatch watch = host.watch(WatchHost.QUICK);
        assertThat(host.ask("one")).isEqualTo("one 1");

        host.put("one", "one 2");
        host.untilTold("one#1 collected");
        assertThat(host.ask("one")).isEqualTo("one 2");
        Files.setLastModifiedTime(host.jar("one"), FileTime.fromMillis(1_000_000));
        host.put("two", "two 1");
        host.untilTold("two#1 loaded");
        byte[] whole = Files.readAllBytes(host.jar("one"));
        Files.write(host.jar("one"), Arrays.copyOf(whole, whole.length / 2));
        host.until("the half is refused", () -> host.told.stream().anyMatch(text -> text.startsWith("failed one.jar")));
        assertThat(host.ask("one")).isEqualTo("one 2");
        Files.write(host.jar("one"), whole);
        Files.delete(host.jar("two"));
        host.untilTold("two#1 collected");
        watch.close();

        assertThat(watch.state()).isEqualTo(WatchState.CLOSED);
        assertThat(host.ask("one")).isEqualTo("one 2");
        assertThat(host.told)
                .containsExactly(
                        "planned LOAD one",
                        "one#1 loaded",
                        "planned RELOAD one",
                        "one#2 instead of one#1",
                        "one#1 unloaded",
                        "one#1 collected",
                        "planned LOAD two",
                        "two#1 loaded",
                        "failed one.jar: " + refusal(),
                        "planned UNLOAD two",
                        "two#1 unloaded",
                        "two#1 collected");
    }

    private String refusal() {
        return host.told.stream()
                .filter(text -> text.startsWith("failed one.jar: "))
                .findFirst()
                .orElse("")
                .replace("failed one.jar: ", "");
    }

    @Test
    @DisplayName("While the directory is missing its modules serve on; when it is back the difference counts")
    void directory_vanishesAndComesBack() throws Exception {
        host.put("one", "one 1");
        host.put("two", "two 1");
        DirectoryWatch watch = host.watch(WatchHost.QUICK);

        Files.move(host.plugins(), work.resolve("aside"));
        host.until("it is told", () -> watch.state() == WatchState.TROUBLED);
        assertThat(host.ask("one") + host.ask("two")).isEqualTo("one 1two 1");
        Files.delete(work.resolve("aside/two.jar"));
        Files.move(work.resolve("aside"), host.plugins());
        host.untilTold("two#1 collected");
        host.put("one", "one 2");
        host.untilTold("one#2 instead of one#1");

        assertThat(watch.state()).isEqualTo(WatchState.WATCHING);
        assertThat(host.told)
                .containsSubsequence(
                        "troubled /plugins: nothing is there;"
                                + " nothing in it is loaded, reloaded or unloaded until that is over",
                        "recovered /plugins",
                        "planned UNLOAD two",
                        "two#1 unloaded")
                .filteredOn(text -> text.startsWith("troubled"))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "At next call: the call reloads on its thread; calls from inside do not; a failure is told and not repeated")
    void nextCall_reloads() throws Exception {
        host.put("one", "", "return text.equals(\"inside\") ? bot.Host.answers.apply(\"1\") : \"one 1\";");
        DirectoryWatch watch = host.watch(WatchHost.QUICK.mode(WatchPolicy.Mode.AT_NEXT_CALL));
        CountDownLatch begun = new CountDownLatch(1);
        host.answers(text -> {
            begun.countDown();
            host.until("it is left to a call", () -> isLeftToACall(watch));
            return host.ask("one") + " in " + text;
        });
        FutureTask<String> inside = new FutureTask<>(() -> host.command("one").apply("inside"));
        new Thread(inside).start();
        begun.await();

        host.put("one", "one 2");
        host.until(
                "it is left to a call",
                () -> watch.text().endsWith("\n  1 artifact at rest\n  reloaded by the next call: one"));
        assertThat(inside.get(1, TimeUnit.MINUTES)).isEqualTo("one 1 in 1");
        assertThat(host.told).containsExactly("planned LOAD one", "one#1 loaded");
        assertThat(watch.text()).startsWith("Directory '" + host.plugins() + "': WATCHING, AT_NEXT_CALL\n");
        // while the watch itself is at work, a call leaves the reload to the one after it
        host.until("a call has reloaded it", () -> host.ask("one").equals("one 2"));
        host.untilTold("one#1 collected");
        host.put("one", "", "return text; } public Chat() { throw new IllegalStateException(\"no\");");
        host.until("it is left to a call", () -> isLeftToACall(watch));
        host.until("a call has tried", () -> {
            assertThat(host.ask("one")).isEqualTo("one 2");
            return host.told.stream().anyMatch(text -> text.startsWith("failed"));
        });
        assertThat(host.ask("one")).isEqualTo("one 2");
        host.put("one", "one 3");
        host.until("it is left to a call", () -> isLeftToACall(watch));

        host.until("a call has reloaded it", () -> host.ask("one").equals("one 3"));
        assertThat(host.told).filteredOn(text -> text.startsWith("failed")).hasSize(1);
    }

    private static boolean isLeftToACall(DirectoryWatch watch) {
        return watch.text().contains("reloaded by the next call: one");
    }

    @Test
    @DisplayName("By hand: what is pending is told, and done when that is asked for")
    void pending_isAppliedByHand() throws Exception {
        host.put("one", "one 1");
        DirectoryWatch watch = host.watch(WatchHost.QUICK.mode(WatchPolicy.Mode.MANUAL));

        DeploymentPlan first = watch.pending();
        assertThat(first.changes()).extracting(Change::kind).containsExactly(Change.Kind.LOAD);
        assertThat(host.told).isEmpty();
        assertThat(watch.applyPending().isClean()).isTrue();
        assertThat(watch.pending().isEmpty()).isTrue();
        host.put("one", "one 2");
        host.put("two", "two 1");
        host.until("two are pending", () -> watch.pending().changes().size() == 2);
        assertThat(host.ask("one")).isEqualTo("one 1");
        assertThat(watch.applyPending().done()).hasSize(2);

        assertThat(host.ask("one") + host.ask("two")).isEqualTo("one 2two 1");
        watch.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(watch::pending)
                .withMessage("Directory '" + host.plugins()
                        + "': its watch is closed; watch it again with LayerManager.watch");
    }

    @Test
    @DisplayName("Whoever is asked puts a change off for a time, and is asked again; when asking fails it is made")
    void changes_arePutOff() throws Exception {
        Queue<Duration> answers =
                new ArrayDeque<>(List.of(Duration.ofMillis(300), Duration.ofMillis(200), Duration.ZERO));
        List<String> asked = new CopyOnWriteArrayList<>();
        host.put("one", "one 1");

        DirectoryWatch watch = host.watch(WatchHost.QUICK.asking(change -> {
            asked.add(change.kind() + " " + change.module());
            return answers.remove();
        }));
        host.untilTold("one#1 loaded");
        Files.delete(host.jar("one"));
        host.untilTold("one#1 unloaded");

        assertThat(watch.state()).isEqualTo(WatchState.WATCHING);
        assertThat(asked).containsExactly("LOAD one", "LOAD one", "LOAD one", "UNLOAD one");
        assertThat(host.told)
                .startsWith(
                        "planned LOAD one in PT0.3S",
                        "planned LOAD one in PT0.2S",
                        "planned LOAD one",
                        "one#1 loaded",
                        "planned UNLOAD one",
                        "one#1 unloaded");
    }

    @Test
    @DisplayName("What requires another module waits for it, and is loaded when that comes; a cycle is told")
    void requirement_comesLater() throws Exception {
        host.put(
                "one",
                host.source("one", "requires two;", "return \"one on \" + new two.Chat().apply(text);")
                        .dependsOn(host.source("two", "", "return text;")));
        host.watch(WatchHost.QUICK);
        host.until("one is refused", () -> host.told.stream().anyMatch(text -> text.startsWith("failed one.jar")));
        host.put("three", "three 1");
        host.untilTold("three#1 loaded");

        host.put("two", "two 1");
        host.untilTold("one#1 loaded");
        assertThat(host.ask("one")).isEqualTo("one on two 1");
        assertThat(host.told)
                .as("at first, and when another came that it may have waited for")
                .filteredOn(text -> text.startsWith("failed one.jar"))
                .hasSize(2);
        host.put("two", "two 2");
        host.until("both are reloaded", () -> host.ask("one").equals("one on two 2"));
    }

    @Test
    @DisplayName("A hundred changes a second of one artifact keep the others from nothing, and the last one is served")
    void manyChanges_ofOne() throws Exception {
        host.put("one", "one 1");
        host.watch(WatchHost.QUICK);
        byte[] last = Files.readAllBytes(host.put("last", "last"));
        Files.delete(host.jar("last"));

        host.put("two", "two 1");
        host.until("two is loaded beside", () -> {
            write(last.length);
            return host.told.contains("two#1 loaded");
        });
        assertThat(host.ask("one")).isEqualTo("one 1");
        host.put("one", "one 2");
        host.untilTold("one#2 instead of one#1");

        assertThat(host.ask("one")).isEqualTo("one 2");
        assertThat(host.told).filteredOn(text -> text.contains("RELOAD")).hasSize(1);
    }

    private void write(int length) {
        try {
            Files.write(host.jar("one"), new byte[length]);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    @DisplayName("A manager that closes ends its watches; one that is dropped with them is not kept alive")
    void watch_endsWithItsManager() throws Exception {
        host.put("one", "one 1");
        DirectoryWatch watch = host.watch(WatchHost.QUICK);
        host.manager().close();

        assertThat(watch.state()).isEqualTo(WatchState.CLOSED);
        assertThat(watches()).isZero();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> host.manager().watch(host.plugins()))
                .withMessage("The manager is closed and watches nothing more; build another");
        LoadedModule module = dropped();
        host.until("the thread of the dropped watch has ended", () -> {
            System.gc();
            return watches() == 0;
        });
        host.until("it is told", () -> host.told.stream().anyMatch(text -> text.contains("dropped without close()")));
        assertThat(module.unload().findings()).isEmpty();
    }

    private LoadedModule dropped() {
        var manager = host.builder().build();
        manager.watch(host.plugins(), WatchHost.QUICK)
                .first()
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
        assertThat(watches()).isEqualTo(1);
        return manager.module("one").orElseThrow();
    }

    private static long watches() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("bot watch plugins"))
                .count();
    }
}
