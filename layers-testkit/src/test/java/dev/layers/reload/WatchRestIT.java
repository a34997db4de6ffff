package dev.layers.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.DeploymentReport;
import dev.layers.DirectoryWatch;
import dev.layers.WatchPolicy;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is loaded from a watched directory was at rest, whoever asks for it and when. */
@Timeout(240)
class WatchRestIT {
    private static final WatchPolicy AT_NEXT_CALL = WatchHost.QUICK.mode(WatchPolicy.Mode.AT_NEXT_CALL);

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
    @DisplayName("A call loads what was at rest: bytes that come and go meanwhile are not what serves at last")
    void nextCall_inMidChange_loadsNothingForGood() throws Exception {
        byte[] third = Files.readAllBytes(host.put("one", "one 3"));
        byte[] second = Files.readAllBytes(host.put("one", "one 2"));
        host.put("one", "one 1");
        DirectoryWatch watch = host.watch(AT_NEXT_CALL.quietFor(Duration.ofSeconds(1)));
        Files.write(host.jar("one"), second);
        untilLeft(watch, "one");

        Files.write(host.jar("one"), third);
        host.ask("one");
        Files.write(host.jar("one"), second);

        host.until("what was at rest serves", () -> host.ask("one").equals("one 2"));
    }

    @Test
    @DisplayName("By hand: half a jar is neither refused nor told of; the whole one is loaded")
    void halfAJar_isNotPending() throws Exception {
        byte[] whole = Files.readAllBytes(host.put("one", "one 2"));
        host.put("one", "one 1");
        DirectoryWatch watch =
                host.watch(WatchHost.QUICK.mode(WatchPolicy.Mode.MANUAL).quietFor(Duration.ofSeconds(3)));
        assertThat(watch.applyPending().isClean()).isTrue();

        Files.write(host.jar("one"), Arrays.copyOf(whole, whole.length / 2));
        DeploymentReport half = watch.applyPending();
        boolean isPending = !watch.pending().isEmpty();
        Files.write(host.jar("one"), whole);
        host.until("it is pending", () -> !watch.pending().isEmpty());

        assertThat(half.failures()).isEmpty();
        assertThat(isPending).isFalse();
        assertThat(watch.applyPending().isClean()).isTrue();
        assertThat(host.ask("one")).isEqualTo("one 2");
        assertThat(host.told).noneMatch(text -> text.startsWith("failed"));
    }

    @Test
    @DisplayName("At next call: a library is reloaded by a call of what stands on it")
    void library_isReloadedByACallOfItsDependent() throws Exception {
        host.put("lib", library("lib 1"));
        host.put(
                "user",
                host.source("user", "requires lib;", "return lib.Text.of();").dependsOn(library("")));
        DirectoryWatch watch = host.watch(AT_NEXT_CALL);
        assertThat(host.ask("user")).isEqualTo("lib 1");

        host.put("lib", library("lib 2"));
        untilLeft(watch, "lib");

        assertThat(host.ask("user")).isEqualTo("lib 2");
    }

    private static ModuleSource library(String text) {
        return ModuleSource.module("module lib { exports lib; }")
                .type("package lib; public class Text { public static String of() { return \"" + text + "\"; } }");
    }

    @Test
    @DisplayName("At next call: what is called while another reload runs is reloaded by its next call after that")
    void callBesideAReload_losesNothing() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        host.answers(text -> {
            begun.countDown();
            await(end);
            return text;
        });
        host.put("slow", "slow 1");
        host.put("fast", "fast 1");
        DirectoryWatch watch = host.watch(AT_NEXT_CALL.pollEvery(Duration.ofHours(1)));
        assertThat(host.ask("slow") + host.ask("fast")).isEqualTo("slow 1fast 1");
        host.put("fast", "fast 2");
        untilLeft(watch, "fast");
        host.put("slow", "", "return \"slow 2\"; } public Chat() { bot.Host.answers.apply(\"\");");
        untilLeft(watch, "fast, slow");

        FutureTask<String> slow = new FutureTask<>(() -> host.ask("slow"));
        new Thread(slow).start();
        begun.await();
        String beside = host.ask("fast");
        end.countDown();

        assertThat(beside).isEqualTo("fast 1");
        assertThat(slow.get()).isEqualTo("slow 2");
        assertThat(host.ask("fast")).isEqualTo("fast 2");
    }

    @Test
    @DisplayName("What becomes of the first artifacts is cancelled when the watch ends before")
    void first_isCancelled() throws Exception {
        Files.delete(host.plugins());
        DirectoryWatch watch = host.manager().watch(host.plugins(), WatchHost.QUICK);
        CompletableFuture<DeploymentReport> before = watch.first();

        watch.close();

        assertThat(before.isCancelled()).isTrue();
        assertThat(watch.first().isCancelled()).isTrue();
    }

    private void untilLeft(DirectoryWatch watch, String modules) {
        host.until("it is left to a call", () -> watch.text().endsWith("reloaded by the next call: " + modules));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
