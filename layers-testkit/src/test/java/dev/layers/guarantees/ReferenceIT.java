package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleUnloadedException;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the host holds of a module: a reference that outlives generations and keeps none of them. */
class ReferenceIT {
    @TempDir
    Path directory;

    private TestHost host;
    private LayerManager manager;
    private Path jar;

    @BeforeEach
    void openManager() throws Exception {
        host = TestHost.create(directory);
        manager = host.manager().build();
        jar = host.chat("return \"one \" + text;").toJar(directory.resolve("chat.jar"));
    }

    @AfterEach
    void closeManager() throws IOException {
        manager.close();
        host.close();
    }

    @Test
    @DisplayName("G16 A reference is the same object over reloads and leads to the generation that serves")
    void reference_staysTheSameOverReloads() {
        LoadedModule module = manager.load(jar);
        UnaryOperator<String> command = host.command(module);
        assertThat(command.apply("ping")).isEqualTo("one ping");

        host.chat("return \"two \" + text;").toJar(jar);
        assertThat(module.reload()).isClean();

        assertThat(host.command(module)).isSameAs(command);
        assertThat(host.commands(module)).containsExactly(command);
        assertThat(command.apply("ping")).isEqualTo("two ping");
    }

    @Test
    @DisplayName("G16 A reference that is kept for ever holds nothing, and says that the module was unloaded")
    void keptReference_holdsNothingAndThrowsAfterUnload() {
        LoadedModule module = manager.load(jar);
        UnaryOperator<String> command = host.command(module);
        List<UnaryOperator<String>> commands = host.commands(module);
        assertThat(command.apply("ping")).isEqualTo("one ping");

        UnloadReport report = module.unload();

        assertThat(report).isClean();
        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(() -> command.apply("ping"))
                .withMessage("Module 'chat#1' was unloaded; load it again and ask for 'acme.Chat' anew")
                .withNoCause();
        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(() -> commands.get(0).apply("ping"))
                .withMessage("Module 'chat#1' was unloaded; load it again and ask for 'acme.Chat' anew");
        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(() -> host.command(module))
                .withMessage("Module 'chat#1' was unloaded; load it again and ask for 'bot.Command' anew");
        Reference.reachabilityFence(commands);
    }

    @Test
    @DisplayName("G16 A reference of an unloaded module stays dead when the module is loaded again")
    void referenceOfUnloadedModule_staysDeadAfterNewLoad() {
        LoadedModule former = manager.load(jar);
        UnaryOperator<String> dead = host.command(former);
        assertThat(former.unload()).isClean();

        LoadedModule module = manager.load(jar);

        assertThat(module).isNotSameAs(former).hasToString("chat#2 (ACTIVE)");
        assertThat(host.command(module).apply("ping")).isEqualTo("one ping");
        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(() -> dead.apply("ping"))
                .withMessage("Module 'chat#1' was unloaded; load it again and ask for 'acme.Chat' anew");
    }

    @Test
    @DisplayName("G16 A reference whose provider class is gone after a reload says so, and works when it is back")
    void referenceToRemovedProvider_saysSo() {
        LoadedModule module = manager.load(jar);
        UnaryOperator<String> command = host.command(module);
        ModuleSource.module("module chat { requires bot.api; provides bot.Command with acme.Other; }")
                .type("package acme; public class Other implements bot.Command {"
                        + " public String apply(String text) { return \"other \" + text; } }")
                .dependsOn(host.contractJar())
                .toJar(jar);

        assertThat(module.reload()).isClean();

        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(() -> command.apply("ping"))
                .withMessage("Module 'chat#2' does not provide 'acme.Chat' any longer; ask it for its services");
        assertThat(host.command(module).apply("ping")).isEqualTo("other ping");
        host.chat("return \"three \" + text;").toJar(jar);
        assertThat(module.reload()).isClean();
        assertThat(command.apply("ping")).isEqualTo("three ping");
    }

    @Test
    @DisplayName("G16 equals, hashCode and toString are the reference's own and answer at any time")
    void objectMethods_areTheReferencesOwn() {
        ModuleSource.module("module chat { requires bot.api; provides bot.Command with acme.Chat, acme.Other; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return text; }"
                        + " public boolean equals(Object other) { return true; }"
                        + " public int hashCode() { return 42; }"
                        + " public String toString() { return \"of the module\"; } }")
                .type("package acme; public class Other extends Chat {}")
                .dependsOn(host.contractJar())
                .toJar(jar);
        LoadedModule module = manager.load(jar);
        UnaryOperator<String> one = host.commands(module).get(0);
        UnaryOperator<String> other = host.commands(module).get(1);

        assertThat(one).isEqualTo(one).isNotEqualTo(other).isNotEqualTo(null);
        assertThat(one).hasSameHashCodeAs(one).hasToString("reference to acme.Chat of chat#1");
        assertThat(other).hasToString("reference to acme.Other of chat#1");
        int hash = one.hashCode();
        assertThat(module.reload()).isClean();
        assertThat(one).hasToString("reference to acme.Chat of chat#2");
        assertThat(module.unload()).isClean();
        assertThat(one).isEqualTo(one).hasToString("reference to acme.Chat of chat#2");
        assertThat(one.hashCode()).isEqualTo(hash).isNotEqualTo(42);
    }

    @Test
    @DisplayName("G27 No call of 4 threads fails over 50 reloads, and each runs wholly on one generation")
    void callsDuringReloads_neverFailNorMix() throws Exception {
        byte[] even = host.chat("return \"even \" + Late.word();")
                .type("package acme; class Late { static { bot.Trace.leave(Late.class); }"
                        + " static String word() { return \"even\"; } }")
                .bytes();
        byte[] odd = host.chat("return \"odd \" + Late.word();")
                .type("package acme; class Late { static { bot.Trace.leave(Late.class); }"
                        + " static String word() { return \"odd\"; } }")
                .bytes();
        LoadedModule module = manager.load(Files.write(jar, even));
        UnaryOperator<String> command = host.command(module);
        AtomicBoolean over = new AtomicBoolean();
        Semaphore calls = new Semaphore(0);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<Set<String>>> answers = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            answers.add(callers.submit(() -> callUntil(over, command, calls)));
        }

        List<UnloadReport> reports = new ArrayList<>();
        awaitCalls(calls);
        for (int reload = 0; reload < 50; reload++) {
            Files.write(jar, reload % 2 == 0 ? odd : even);
            reports.add(module.reload());
            awaitCalls(calls);
        }
        over.set(true);
        callers.shutdown();

        for (Future<Set<String>> answer : answers) {
            assertThat(answer.get()).containsExactly("even even", "odd odd");
        }
        assertThat(module.generation()).hasToString("chat#51");
        reports.add(module.unload());
        assertThat(reports)
                .hasSize(51)
                .allSatisfy(report -> assertThat(report).isReleased().leftNothing());
        // not by the verdicts: a compiler that works on a call may hold a generation for longer than these watch it
        assertThat(host.traces()).hasSize(51);
        Patience.untilCollected(host.traces());
    }

    /** Waits for calls that begin after this, up to a failing caller. */
    private static void awaitCalls(Semaphore calls) throws InterruptedException {
        calls.drainPermits();
        assertThat(calls.tryAcquire(20, 10, TimeUnit.SECONDS)).as("calls go on").isTrue();
    }

    /** Returns the different answers; what a call throws goes to whoever asks for them. */
    private static Set<String> callUntil(AtomicBoolean over, UnaryOperator<String> command, Semaphore calls) {
        Set<String> answers = new TreeSet<>();
        while (!over.get()) {
            answers.add(command.apply("ping"));
            calls.release();
        }
        return answers;
    }
}
