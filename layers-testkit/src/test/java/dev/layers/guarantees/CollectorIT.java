package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.LayerManager;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts under the flags and collectors that a JVM may be started with, each in a JVM of its own. */
class CollectorIT {
    @TempDir
    Path directory;

    private TestHost host;
    private ForkedJvm jvm;

    @BeforeEach
    void host() throws Exception {
        assumeThat(LayerManager.class.getModule().isNamed())
                .as("on the class path the JVMs would be the same again")
                .isTrue();
        host = TestHost.create(directory);
        jvm = new ForkedJvm(directory, host.contractJar());
    }

    @AfterEach
    void close() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    @ParameterizedTest
    @DisplayName("G37 G38 With each collector and each flag on requests, clean is COLLECTED and held is RETAINED")
    @ValueSource(
            strings = {
                "-XX:+UseSerialGC",
                "-XX:+UseParallelGC",
                "-XX:+UseG1GC",
                "-XX:+UseZGC",
                "-XX:+UseShenandoahGC",
                "-XX:+UseSerialGC -XX:+DisableExplicitGC",
                "-XX:+UseG1GC -XX:+DisableExplicitGC",
                "-XX:+UseG1GC -XX:+ExplicitGCInvokesConcurrent"
            })
    void verdict_underCollector_tellsCleanFromHeld(String flags) throws Exception {
        assumeThat(jvm.starts(flags.split(" "))).as("this JVM has " + flags).isTrue();

        List<String> lines = verdicts(flags, "PT20S");

        assertThat(ForkedJvm.after("clean#1 ", lines)).matches("COLLECTED after .*");
        assertThat(ForkedJvm.after("held#1 ", lines)).matches("RETAINED, outlived \\d+ collections in .*");
    }

    @ParameterizedTest
    @DisplayName("G38 Where no collection unloads classes, nothing is COLLECTED nor RETAINED, and the reason is told")
    @CsvSource(delimiter = '|', textBlock = """
                    -XX:-ClassUnloading                                             | -XX:-ClassUnloading keeps every class
                    -XX:+UnlockExperimentalVMOptions -XX:+UseEpsilonGC -Xmx256m      | the collector is Epsilon, which never collects
                    -XX:-ClassUnloading -XX:+DisableExplicitGC | -XX:-ClassUnloading keeps every class; -XX:+DisableExplicitGC ignores System.gc()
                    """)
    void verdict_withoutClassUnloading_isUnconfirmed(String flags, String reason) throws Exception {
        assumeThat(jvm.starts(flags.split(" "))).as("this JVM has " + flags).isTrue();

        List<String> lines = verdicts(flags, "PT1S");

        assertThat(ForkedJvm.after("clean#1 ", lines)).matches("UNCONFIRMED after 1\\.?\\d* s: \\Q" + reason);
        assertThat(ForkedJvm.after("held#1 ", lines)).matches("UNCONFIRMED after 1\\.?\\d* s: \\Q" + reason);
    }

    @Test
    @DisplayName("G38 PASSIVE requests nothing: pending, COLLECTED by another's collection, UNCONFIRMED at close")
    void passive_requestsNothing() throws Exception {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));

        List<String> lines = jvm.run(PassiveHost.class, List.of("-XX:+UseSerialGC", "-Xlog:gc"), jar);

        assertThat(ForkedJvm.after("first after a second: ", lines)).isEqualTo("pending");
        int marker = lines.indexOf("first after a second: pending");
        assertThat(lines.subList(0, marker)).noneMatch(CollectorIT::isRequest);
        assertThat(lines.subList(marker, lines.size()))
                .as("what a request looks like")
                .anyMatch(CollectorIT::isRequest);
        assertThat(ForkedJvm.after("first after collections: ", lines)).matches("COLLECTED after .*");
        assertThat(ForkedJvm.after("second before close: ", lines)).isEqualTo("pending");
        assertThat(ForkedJvm.after("second after close: ", lines))
                .matches("UNCONFIRMED after .*: the manager was closed");
    }

    private List<String> verdicts(String flags, String limit) throws Exception {
        Path clean = named("clean", "return text;").toJar(directory.resolve("clean.jar"));
        Path held = named(
                        "held",
                        "System.getProperties().put(\"layers.held\", new java.util.concurrent.atomic.AtomicReference<>(this)); return text;")
                .toJar(directory.resolve("held.jar"));
        return jvm.run(VerdictHost.class, List.of(flags.split(" ")), limit, clean, held);
    }

    private ModuleSource named(String module, String body) {
        return ModuleSource.module("module " + module + " { requires bot.api; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { " + body + " } }")
                .dependsOn(host.contractJar());
    }

    private static boolean isRequest(String line) {
        return line.contains("System.gc()") || line.contains("Diagnostic Command") || line.contains("Heap Inspection");
    }
}
