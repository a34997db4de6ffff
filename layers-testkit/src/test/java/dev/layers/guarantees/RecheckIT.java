package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.LayerManager;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is retained by what ends by itself is found collected later. */
class RecheckIT {
    @TempDir
    Path directory;

    @Test
    @DisplayName("G37 Held softly: RETAINED, and COLLECTED by a later request")
    void verdict_heldSoftly_isRetainedThenCollected() throws Exception {
        assumeThatNothingElseRunsThis();
        try (TestHost host = TestHost.create(directory)) {
            // soft references are cleared when unused for about 30 seconds: after the verdict, before it is asked again
            // for the second time
            List<String> flags = List.of("-XX:+UseSerialGC", "-Xmx64m", "-Xlog:gc", "-XX:SoftRefLRUPolicyMSPerMB=500");

            List<String> lines = new ForkedJvm(directory, host.contractJar())
                    .run(
                            RecheckHost.class,
                            flags,
                            jar(host, "soft", "layers.soft", "java.lang.ref.SoftReference"),
                            jar(host, "held", "layers.held", "java.util.concurrent.atomic.AtomicReference"));

            assertThat(told("soft", lines))
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .matches("RETAINED, outlived \\d+ collections in \\S+ s, SOFT, ENDS_BY_ITSELF"),
                            later -> assertThat(later).matches("COLLECTED after \\d\\d(\\.\\d+)? s"));
            assertThat(told("held", lines))
                    .singleElement()
                    .asString()
                    .matches("RETAINED, outlived \\d+ collections in \\S+ s, STRONG, STAYS");
            assertThat(lines)
                    .filteredOn(line -> line.matches("now soft#1 unloaded .*: COLLECTED after \\S+ s"))
                    .hasSize(1);
            assertThat(lines)
                    .contains(
                            "closed soft#1 told",
                            "threads of the probe 1",
                            "closed held#1 cancelled",
                            "threads of the probe after 0");
            assertThat(requests(lines)).as("requests of both together").isLessThan(12);
        }
    }

    @Test
    @DisplayName("G37 Held by a thread of a pool that ends when idle: RETAINED, and COLLECTED by a later request")
    void verdict_heldByAnIdleThread_isRetainedThenCollected() throws Exception {
        assumeThatNothingElseRunsThis();
        try (TestHost host = TestHost.create(directory)) {
            // alone, so that nothing is asked for another module's sake
            List<String> lines = new ForkedJvm(directory, host.contractJar())
                    .run(
                            RecheckHost.class,
                            List.of("-XX:+UseSerialGC", "-Xmx64m", "-Xlog:gc"),
                            jar(host, "pooled", "layers.pooled", "java.util.concurrent.atomic.AtomicReference"));

            assertThat(told("pooled", lines))
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .matches("RETAINED, outlived \\d+ collections in \\S+ s, STRONG, ENDS_BY_ITSELF"),
                            later -> assertThat(later).matches("COLLECTED after \\d\\d(\\.\\d+)? s"));
            assertThat(lines).contains("closed pooled#1 told", "threads of the probe after 0");
        }
    }

    private static void assumeThatNothingElseRunsThis() {
        assumeThat(LayerManager.class.getModule().isNamed())
                .as("on the class path the JVM would be the same again")
                .isTrue();
    }

    private static List<String> told(String module, List<String> lines) {
        String start = "told " + module + "#1 ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    private static long requests(List<String> lines) {
        return lines.stream().filter(line -> line.contains("System.gc()")).count();
    }

    private static Path jar(TestHost host, String module, String property, String holder) {
        return ModuleSource.module("module " + module + " { requires bot.api; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { System.getProperties().put(\"" + property + "\", new "
                        + holder + "<>(this)); return text; } }")
                .dependsOn(host.contractJar())
                .toJar(host.contractJar().resolveSibling(module + ".jar"));
    }
}
