package dev.layers.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in a watched directory is told, and keeps nothing else from anything. */
@Timeout(240)
class WatchTroubleIT {
    @TempDir
    Path work;

    private final CountDownLatch end = new CountDownLatch(1);
    private WatchHost host;

    @BeforeEach
    void host() throws IOException {
        host = WatchHost.create(work);
    }

    @AfterEach
    void close() {
        end.countDown();
        host.close();
    }

    @Test
    @DisplayName("A reload that is refused since a call runs is tried again, and succeeds when the call has ended")
    void busyModule_isReloadedLater() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        host.answers(text -> {
            begun.countDown();
            await(end);
            return text;
        });
        host.put("one", "", "return bot.Host.answers.apply(text);");
        host.watch(WatchHost.QUICK);
        FutureTask<String> call = new FutureTask<>(() -> host.ask("one"));
        new Thread(call).start();
        begun.await();

        host.put("one", "one 2");
        host.until("the reload was refused", () -> host.told.contains("one#1 instead of one#2"));
        end.countDown();
        assertThat(call.get()).isEqualTo("question");
        host.until("it is tried again", () -> host.ask("one").equals("one 2"));

        assertThat(host.told)
                .filteredOn(text -> text.equals("planned RELOAD one"))
                .hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("A module that does not end its start keeps others waiting until the deadline, and is not tried again")
    void wedgedModule_keepsOthersWaitingForADeadline() throws Exception {
        host.answers(text -> {
            await(end);
            return text;
        });
        host.watch(WatchHost.QUICK);

        host.put("wedged", "", "return text; } public Chat() { bot.Host.answers.apply(\"\");");
        host.untilTold("planned LOAD wedged");
        host.put("one", "one 1");
        host.untilTold("one#1 loaded");
        host.put("two", "two 1");
        host.untilTold("two#1 loaded");

        assertThat(host.told)
                .filteredOn(text -> text.equals("planned LOAD wedged"))
                .hasSize(1);
        assertThat(host.told)
                .filteredOn(text -> text.startsWith("failed wedged.jar"))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "Modules that require each other are refused by name; an artifact that goes while it is loaded leaves again")
    void cycle_andVanishingFile_areTold() throws Exception {
        requiring("one", "two");
        requiring("two", "one");
        host.put("gone", "gone 1");

        host.watch(WatchHost.QUICK.asking(change -> {
            delete(change.module());
            return Duration.ZERO;
        }));
        host.untilTold("gone#1 unloaded");

        assertThat(host.told)
                .filteredOn(text -> text.startsWith("failed one.jar") || text.startsWith("failed two.jar"))
                .hasSize(2)
                .allMatch(text -> text.contains("requires"));
        assertThat(host.told).containsSubsequence("planned LOAD gone", "gone#1 loaded", "gone#1 unloaded");
    }

    private void requiring(String module, String other) throws IOException {
        host.put(
                module,
                host.source(module, "requires " + other + ";", "return text;")
                        .dependsOn(host.source(other, "", "return text;")));
    }

    private void delete(String module) {
        try {
            Files.deleteIfExists(host.jar(module));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
