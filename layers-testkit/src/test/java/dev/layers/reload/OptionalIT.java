package dev.layers.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.DeploymentReport;
import dev.layers.LayerManager;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that stand on another one when it is there. */
class OptionalIT {
    /** Answers {@code slow} when the test says so. */
    private static final String SLOW = "if (text.equals(\"slow\")) { bot.Marks.LEFT.add(\"begun\");"
            + " while (!bot.Marks.LEFT.contains(\"go\")) { try { Thread.sleep(10); }"
            + " catch (InterruptedException asked) { return \"asked\"; } } } ";

    @TempDir
    Path directory;

    private FleetHost host;
    private LayerManager manager;

    @BeforeEach
    void host() {
        host = FleetHost.create(directory);
        manager = host.builder()
                .unloading(UnloadPolicy.standard().drainFor(Duration.ofMillis(500)))
                .build();
    }

    @AfterEach
    void close() throws Exception {
        host.marks().add("go");
        manager.close();
        host.close();
    }

    @Test
    @DisplayName("G25 G27 What stands on a module that comes back without another one is unloaded before")
    void leaving_whatStandsOnWhatComesBack_leavesFirst() throws Exception {
        base().toJar(host.jar("base"));
        ModuleSource middle = middle();
        middle.toJar(host.jar("middle"));
        top().toJar(host.jar("top"));
        manager.loadAll(host.plugins());
        UnaryOperator<String> top = command("top");
        CompletableFuture<String> call = slowly(top);
        Files.delete(host.jar("base"));
        Files.delete(host.jar("top"));

        DeploymentReport refused = manager.loadAll(host.plugins());

        assertThat(refused.text())
                .contains("! failed: top: a call still runs: thread ")
                .endsWith(
                        "! failed: base: Module 'base#1': 'middle#1' stands on it; unload that first, or all together with"
                                + " unloadWithDependents()");
        assertThat(top.apply("")).isEqualTo("top middle base");
        assertThat(generations()).containsExactly("base#1", "middle#1", "top#1");

        host.marks().add("go");
        assertThat(call.get(1, TimeUnit.MINUTES)).isEqualTo("top middle base");
        DeploymentReport done = manager.loadAll(host.plugins());

        assertThat(done.unloads()).extracting(OptionalIT::generation).containsExactly("top#1", "middle#1", "base#1");
        assertThat(done.isClean()).isTrue();
        assertThat(command("middle").apply("")).isEqualTo("middle without");
    }

    @Test
    @DisplayName("G25 A module that comes is taken up by what has gone without it, as the plan says")
    void optional_thatComes_isTakenUp() throws Exception {
        Path later = base().toJar(directory.resolve("base.jar"));
        middle(later).toJar(host.jar("middle"));
        manager.loadAll(host.plugins());
        assertThat(command("middle").apply("")).isEqualTo("middle without");

        Files.copy(later, host.jar("base"));
        DeploymentReport report = manager.loadAll(host.plugins());

        assertThat(report.text())
                .isEqualTo("+ base (sha256 " + FleetHost.digest(later) + ") from base.jar\n  reloads with it: middle");
        assertThat(report.unloads()).extracting(OptionalIT::generation).containsExactly("middle#1");
        assertThat(command("middle").apply("")).isEqualTo("middle base");
        assertThat(manager.loadAll(host.plugins()).text()).isEqualTo("= base\n= middle");
    }

    @Test
    @DisplayName("G26 An unload that is refused leaves nothing without the module that serves on")
    void unload_refused_isTakenUpAgain() throws Exception {
        base().toJar(host.jar("base"));
        middle().toJar(host.jar("middle"));
        manager.loadAll(host.plugins());
        CompletableFuture<String> call = slowly(command("base"));

        List<UnloadReport> reports = manager.module("base").orElseThrow().unloadWithDependents();

        assertThat(reports).extracting(UnloadReport::outcome).containsExactly(UnloadReport.Outcome.REFUSED);
        assertThat(command("middle").apply("")).isEqualTo("middle base");
        assertThat(generations()).containsExactly("base#1", "middle#3");
        host.marks().add("go");
        assertThat(call.get(1, TimeUnit.MINUTES)).isEqualTo("base");
    }

    private ModuleSource base() {
        return host.command("base", "exports acme.base;", SLOW + "return Text.of();")
                .type("package acme.base; public class Text { public static String of() { return \"base\"; } }");
    }

    private ModuleSource middle() {
        return middle(host.jar("base"));
    }

    private ModuleSource middle(Path base) {
        return host.command("middle", "requires static base; exports acme.middle;", "return Text.of();", base)
                .type("package acme.middle; public class Text { public static String of() {"
                        + " try { return \"middle \" + acme.base.Text.of(); }"
                        + " catch (NoClassDefFoundError missing) { return \"middle without\"; } } }");
    }

    private ModuleSource top() {
        return host.command(
                "top",
                "requires middle;",
                SLOW + "return \"top \" + acme.middle.Text.of();",
                host.jar("middle"),
                host.jar("base"));
    }

    private UnaryOperator<String> command(String module) {
        return host.command(manager.module(module).orElseThrow());
    }

    /** Begins a call that ends when it is told to. */
    private CompletableFuture<String> slowly(UnaryOperator<String> command) throws Exception {
        CompletableFuture<String> call = CompletableFuture.supplyAsync(() -> command.apply("slow"));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!host.marks().contains("begun") && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return call;
    }

    private List<String> generations() {
        return manager.modules().stream()
                .map(module -> module.generation().toString())
                .sorted()
                .toList();
    }

    private static String generation(UnloadReport report) {
        return report.generation().toString();
    }
}
