package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.LayerManager;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Verdicts under each collector and each flag on requests and class unloading, each in a JVM of its own, two at a time. */
class CollectorIT {
    /** Every collection clears what is softly held. */
    private static final String STRICT = "-XX:SoftRefLRUPolicyMSPerMB=0";

    private static final String REQUESTED =
            "no request made the JVM unload classes: a loader dropped for comparison is still there; the collector is ";
    private static final String PASSIVE =
            "no collection that unloads classes came by itself, and PASSIVE requests none:"
                    + " a loader dropped for comparison is still there; the collector is ";

    private static final List<Combination> UNLOADING =
            Combination.all().stream().filter(Combination::isUnloading).toList();
    private static final List<Combination> KEEPING = Combination.all().stream()
            .filter(combination -> !combination.isUnloading())
            .toList();

    @TempDir
    static Path directory;

    private static final Map<Combination, Future<List<String>>> RUNS = new LinkedHashMap<>();
    private static ExecutorService forks;
    private static TestHost host;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(LayerManager.class.getModule().isNamed())
                .as("on the class path the JVMs would be the same again")
                .isTrue();
        host = TestHost.create(directory);
        forks = Executors.newFixedThreadPool(2);
        List<Path> jars = List.of(
                jar("clean", "return text;"),
                jar("held", kept("java.util.concurrent.atomic.AtomicReference")),
                jar("soft", kept("java.lang.ref.SoftReference")));
        List<Combination> all = new ArrayList<>(Combination.all());
        all.add(new Combination("G1", STRICT));
        all.forEach(combination -> RUNS.put(combination, forks.submit(() -> run(combination, jars))));
    }

    @AfterAll
    static void stop() throws Exception {
        if (host != null) {
            forks.shutdownNow();
            host.close();
        }
    }

    @ParameterizedTest
    @DisplayName("G37 G38 G40 With each collector and each flag on requests: clean is COLLECTED and held is RETAINED")
    @FieldSource("UNLOADING")
    void verdict_underCollector_tellsCleanFromHeld(Combination combination) throws Exception {
        List<String> lines = lines(combination);

        assertThat(ForkedJvm.after("passive ", lines))
                .matches("UNCONFIRMED after \\S+ m?s: \\Q" + PASSIVE + combination.named());
        assertThat(ForkedJvm.after("clean#1 ", lines)).matches("COLLECTED after \\S+ m?s");
        assertThat(ForkedJvm.after("held#1 ", lines)).matches("RETAINED, outlived \\d+ collections in \\S+ s");
        assertThat(ForkedJvm.after("soft#1 ", lines))
                .matches(
                        combination.isKeepingSoft()
                                ? "RETAINED, outlived \\d+ collections in \\S+ s"
                                : "COLLECTED after \\S+ m?s");
        assertThat(ForkedJvm.after("too many ", lines)).isEqualTo("[]");
        assertThat(ForkedJvm.after("passive later ", lines)).matches("COLLECTED after \\S+ m?s");
    }

    @ParameterizedTest
    @DisplayName(
            "G38 G40 Where no collection unloads classes, nothing is COLLECTED nor RETAINED, and the reason is told")
    @FieldSource("KEEPING")
    void verdict_withoutClassUnloading_isUnconfirmed(Combination combination) throws Exception {
        List<String> lines = lines(combination);

        assertThat(ForkedJvm.after("passive ", lines))
                .matches("UNCONFIRMED after \\S+ m?s: \\Q" + PASSIVE + combination.named());
        for (String module : List.of("clean#1 ", "held#1 ", "soft#1 ")) {
            assertThat(ForkedJvm.after(module, lines))
                    .matches("UNCONFIRMED after \\S+ s: \\Q" + REQUESTED + combination.ofRequests());
        }
        assertThat(ForkedJvm.after("too many ", lines))
                .as("each one counts where flags say that none ever goes")
                .isEqualTo(
                        combination.collector().equals("Shenandoah")
                                        && combination.flag().equals(Combination.NO_EXPLICIT)
                                ? "[]"
                                : "[[clean#1]]");
        assertThat(ForkedJvm.after("passive later ", lines)).isEqualTo("pending");
    }

    @Test
    @DisplayName("G37 Where every collection clears soft references, softly held is COLLECTED")
    void verdict_withoutPatienceForSoftReferences_isCollected() throws Exception {
        List<String> lines = lines(new Combination("G1", STRICT));

        assertThat(ForkedJvm.after("soft#1 ", lines)).matches("COLLECTED after \\S+ m?s");
        assertThat(ForkedJvm.after("held#1 ", lines)).matches("RETAINED, outlived \\d+ collections in \\S+ s");
    }

    @Test
    @DisplayName("G38 PASSIVE requests nothing: pending, COLLECTED by another's collection, UNCONFIRMED at close")
    void passive_requestsNothing() throws Exception {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));

        List<String> lines = new ForkedJvm(directory, host.contractJar())
                .run(PassiveHost.class, List.of("-XX:+UseSerialGC", "-Xlog:gc"), jar);

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

    /** Returns what the JVM printed; none if it does not start, for it has no such collector. */
    private static List<String> lines(Combination combination) throws Exception {
        List<String> lines = RUNS.get(combination).get();
        assumeThat(lines).as("this JVM does not start with " + combination).isNotEmpty();
        return lines;
    }

    private static List<String> run(Combination combination, List<Path> jars) throws Exception {
        Path own = Files.createDirectory(
                directory.resolve(combination.collector() + combination.flag().hashCode()));
        ForkedJvm jvm = new ForkedJvm(own, host.contractJar());
        List<String> flags = new ArrayList<>(combination.flags());
        // neither a full space of classes nor a heap that warms up makes the collector come by itself
        flags.addAll(List.of("-Xmx512m", "-XX:MetaspaceSize=128m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        if (!jvm.starts(flags.toArray(String[]::new))) {
            return List.of();
        }
        List<Object> arguments = new ArrayList<>(List.of(combination.isUnloading() ? "PT20S" : "PT1S"));
        arguments.addAll(jars);
        return jvm.run(VerdictHost.class, flags, arguments.toArray());
    }

    private static Path jar(String module, String body) {
        return ModuleSource.module("module " + module + " { requires bot.api; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { " + body + " } }")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve(module + ".jar"));
    }

    private static String kept(String holder) {
        return "System.getProperties().put(\"" + holder + "\", new " + holder + "<>(this)); return text;";
    }

    private static boolean isRequest(String line) {
        return line.contains("System.gc()") || line.contains("Diagnostic Command") || line.contains("Heap Inspection");
    }
}
