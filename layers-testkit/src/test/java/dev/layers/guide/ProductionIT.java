package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.CollectionPolicy;
import dev.layers.ExplanationPolicy;
import dev.layers.GenerationPolicy;
import dev.layers.GenerationPolicy.Excess;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.PreflightException;
import dev.layers.RunningCalls;
import dev.layers.ServiceContract;
import dev.layers.TooManyGenerationsException;
import dev.layers.TrustPolicy;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manager as the page about production has it: it requests nothing, trusts what it knows, and tells what it sees. */
class ProductionIT {
    private static final String KEPT = "layers.guide.kept";

    private final List<String> alarms = new CopyOnWriteArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void letGo() {
        System.getProperties().remove(KEPT);
    }

    // @start region="manager"
    private LayerManager manager(String... digests) {
        ServiceContract contract = ServiceContract.builder()
                .provides(IntUnaryOperator.class)
                .allowRequires()
                .refuseNativeCode()
                .build();
        UnloadPolicy patient = UnloadPolicy.standard().drainFor(Duration.ofSeconds(30));
        ExplanationPolicy dump = ExplanationPolicy.heapDump()
                .in(directory) // private, with space for the live heap
                .upTo(1L << 30)
                .within(Duration.ofSeconds(30));
        GenerationPolicy three = new GenerationPolicy(3, Excess.REFUSE);
        return LayerManager.builder(contract)
                .name("plugins")
                .trusting(TrustPolicy.digests(digests))
                .unloading(patient.onRunningCalls(RunningCalls.INTERRUPT))
                .collecting(CollectionPolicy.passive())
                .explaining(dump)
                .bounding(three)
                .listener(this::watch)
                .build();
    }
    // @end

    // @start region="monitor"
    private void watch(LayerEvent event) {
        if (event instanceof LayerEvent.Judged judged && judged.verdict() instanceof Verdict.Retained retained) {
            alarms.add(judged.generation() + " was not collected\n"
                    + retained.retention().text());
        }
        if (event instanceof LayerEvent.Unloaded unloaded) {
            unloaded.report().findings().forEach(alarms::add);
        }
        if (event instanceof LayerEvent.TooManyGenerations many) {
            alarms.add(many.module() + ": " + many.uncollected());
        }
    }
    // @end

    @Test
    void cleanModule_raisesNoAlarm() throws Exception {
        Path jar = module("return number;");

        try (LayerManager manager = manager(digest(jar))) {
            LoadedModule chat = manager.load(jar);
            assertThat(chat.service(IntUnaryOperator.class).applyAsInt(1)).isEqualTo(1);
            UnloadReport report = chat.unload();
            assertThat(report.known()).isEmpty();
            collectUntil(() -> report.known().isPresent());

            assertThat(report.known()).containsInstanceOf(Verdict.Collected.class);
        }
        assertThat(alarms).isEmpty();
    }

    @Test
    void leaks_raiseAlarmsAndRefuseTheFourthLoad() throws Exception {
        Path jar = module("Object before = System.getProperties().get(\"" + KEPT + "\"); System.getProperties().put(\""
                + KEPT + "\", new java.util.concurrent.atomic.AtomicReference<>(new Object[] {before, this}));"
                + " return number;");

        try (LayerManager manager = manager(digest(jar))) {
            for (int generation = 1; generation <= 3; generation++) {
                LoadedModule chat = manager.load(jar);
                chat.service(IntUnaryOperator.class).applyAsInt(1);
                chat.unload();
            }
            collectUntil(() -> alarms.size() >= 3);

            assertThat(alarms)
                    .hasSize(3)
                    .allSatisfy(alarm -> assertThat(alarm)
                            .containsPattern("^chat#[123] was not collected\nheld by: ")
                            .contains("system properties"));
            assertThatThrownBy(() -> manager.load(jar)).isInstanceOf(TooManyGenerationsException.class);
        }
        assertThat(Files.list(directory)).as("dumps are deleted").containsExactly(jar);
    }

    @Test
    void loader_hasTheNameOfItsGenerationForJcmd() throws Exception {
        Path jar = module("return number;");

        try (LayerManager manager = manager(digest(jar))) {
            LoadedModule chat = manager.load(jar);
            assertThat(chat.service(IntUnaryOperator.class).applyAsInt(1)).isEqualTo(1);

            assertThat(jcmd("VM.classloaders")).contains("\"chat#1\"");
        }
    }

    @Test
    void unknownDigest_isRefused() throws Exception {
        Path jar = module("return number;");

        try (LayerManager manager = manager("0".repeat(64))) {
            assertThatThrownBy(() -> manager.load(jar))
                    .isInstanceOf(PreflightException.class)
                    .hasMessageContaining(digest(jar).substring(0, 12));
        }
    }

    @Test
    void plainJar_isRefused() throws Exception {
        Path jar = ModuleSource.plain()
                .type(type("return number;"))
                .service("java.util.function.IntUnaryOperator", "acme.Chat")
                .toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = manager(digest(jar))) {
            assertThatThrownBy(() -> manager.load(jar))
                    .isInstanceOf(PreflightException.class)
                    .hasMessageContaining("a plain jar, which reads every module");
        }
    }

    /** Nothing is requested by the manager: somebody else does. */
    private static void collectUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            System.gc();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** As an operator runs it, from outside. */
    private String jcmd(String command) throws Exception {
        Path output = directory.resolve("jcmd.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(ProcessHandle.current().pid()),
                        command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("jcmd ended").isTrue();
        return Files.readString(output);
    }

    private Path module(String body) {
        return ModuleSource.module("module chat { provides java.util.function.IntUnaryOperator with acme.Chat; }")
                .type(type(body))
                .toJar(directory.resolve("chat.jar"));
    }

    private static String type(String body) {
        return "package acme; public class Chat implements java.util.function.IntUnaryOperator {"
                + " public int applyAsInt(int number) { " + body + " } }";
    }

    private static String digest(Path jar) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }
}
