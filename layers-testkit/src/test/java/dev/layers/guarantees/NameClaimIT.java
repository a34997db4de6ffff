package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleNameTakenException;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name belongs to one module at a time, whoever waits for whom. */
class NameClaimIT {
    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        host.openLatches();
        host.close();
    }

    @Test
    @DisplayName("G12 A module that is unloaded while its change waits is loaded under a name that is claimed")
    void change_ofWhatIsUnloadedMeanwhile_claimsTheName() throws Exception {
        Path set = Files.createDirectory(directory.resolve("set"));
        Path jar = host.chat("return \"one\";").toJar(set.resolve("chat.jar"));
        Path other = host.chat("return \"other\";").toJar(directory.resolve("other.jar"));

        try (LayerManager manager = host.manager().build()) {
            manager.loadAll(set);
            LoadedModule first = manager.modules().get(0);
            waiting("two").toJar(jar);
            FutureTask<UnloadReport> reload = begun("reloading", first::reload);
            Patience.until("the reload starts", () -> latches().size() == 1);
            FutureTask<UnloadReport> unload = begun("unloading", first::unload);
            Patience.until("the unload waits for its turn", () -> isWaitingForTurn("unloading"));
            waiting("three").toJar(jar);
            var deployment = begun("deploying", () -> manager.loadAll(set));
            Patience.until("the deployment waits for its turn", () -> isWaitingForTurn("deploying"));

            latches().get(0).countDown();
            assertThat(reload.get(1, TimeUnit.MINUTES)).isReleased();
            assertThat(unload.get(1, TimeUnit.MINUTES)).isReleased();
            Patience.until("the deployment loads anew", () -> latches().size() == 2);
            assertThatExceptionOfType(ModuleNameTakenException.class)
                    .isThrownBy(() -> manager.load(other))
                    .withMessage("Module 'chat' from " + other
                            + ": another load of it is under way; reload that one, or unload it first");
            latches().get(1).countDown();

            assertThat(deployment.get(1, TimeUnit.MINUTES).isClean()).isTrue();
            assertThat(manager.modules())
                    .singleElement()
                    .satisfies(module ->
                            assertThat(host.command(module).apply("ping")).isEqualTo("three"));
            host.forget();
        }
    }

    private ModuleSource waiting(String answer) {
        return host.lifecycle("""
                public void start(ModuleContext context) throws Exception {
                    var latch = new java.util.concurrent.CountDownLatch(1);
                    context.service(bot.Journal.class).accept(latch);
                    latch.await();
                }
                public String apply(String text) { return "%s"; }
                """.formatted(answer));
    }

    private List<CountDownLatch> latches() {
        return host.entries().stream().map(CountDownLatch.class::cast).toList();
    }

    private static boolean isWaitingForTurn(String thread) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals(thread))
                .flatMap(entry -> Stream.of(entry.getValue()))
                .anyMatch(frame -> frame.getClassName().equals("dev.layers.Turn"));
    }

    private static <T> FutureTask<T> begun(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task, name).start();
        return task;
    }
}
