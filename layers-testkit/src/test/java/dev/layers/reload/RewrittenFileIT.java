package dev.layers.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.ArtifactPolicy;
import dev.layers.DeploymentRefusedException;
import dev.layers.DeploymentReport;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that somebody rewrites a hundred times a second, in place and by rename, wants one of two sets of modules. Half of the
 * one and half of the other is JSON as well, and would be a third set.
 */
class RewrittenFileIT {
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Set<String> ONE = Set.of("base", "left1", "right1");
    private static final Set<String> TWO = Set.of("base", "left2", "right2");
    private static final int ROUNDS = 6;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    @TempDir
    Path directory;

    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger applied = new AtomicInteger();
    /** Whether the writer itself stood still in the middle of a file for so long that it seemed to be at rest. */
    private final AtomicBoolean stoodStill = new AtomicBoolean();

    private Path file;

    @Test
    @DisplayName(
            "G3 G4 A file that is rewritten while it is read is never half applied, and no wrong module is unloaded")
    void file_thatIsRewrittenAllTheTime_isNeverHalfApplied() throws Exception {
        try (FleetHost host = FleetHost.create(directory);
                LayerManager manager = host.builder()
                        .reading(ArtifactPolicy.standard().quietFor(QUIET))
                        .build()) {
            for (String module : List.of("base", "left1", "left2", "right1", "right2")) {
                host.command(module, module).toJar(host.jar(module));
            }
            file = directory.resolve("modules.json");
            Files.writeString(file, text(ONE));
            manager.apply(file);
            LoadedModule base = manager.module("base").orElseThrow();
            Thread writer = new Thread(this::write, "writer");
            writer.start();
            Set<Set<String>> torn = readWithoutUs();
            List<String> refusals = new ArrayList<>();

            try {
                applyAllTheTime(manager, refusals);
            } finally {
                ended.set(true);
                writer.join(TimeUnit.MINUTES.toMillis(1));
            }

            assertThat(torn).as("what a reader without us takes for a file").isNotEmpty();
            assertThat(base.generation()).hasToString("base#1");
            assertThat(refusals)
                    .containsOnly(file + ": it is being written; wanted 300 ms at rest; ask again when it is whole, or"
                            + " replace it by renaming another");
        }
    }

    private void applyAllTheTime(LayerManager manager, List<String> refusals) {
        long start = System.nanoTime();
        while (applied.get() < ROUNDS || refusals.isEmpty()) {
            assertThat(System.nanoTime() - start).as("rounds: %s", applied).isLessThan(PATIENCE);
            try {
                DeploymentReport report = manager.apply(file);
                assertThat(report.isClean()).as(report.text()).isTrue();
                applied.incrementAndGet();
            } catch (DeploymentRefusedException refused) {
                refusals.add(refused.getMessage());
            }
            Set<String> serving =
                    manager.modules().stream().map(LoadedModule::name).collect(Collectors.toCollection(TreeSet::new));
            if (!stoodStill.get()) {
                assertThat(serving).isIn(ONE, TWO);
            }
        }
    }

    /** Reads as a host would do that knows no better, until it is wrong once. */
    private Set<Set<String>> readWithoutUs() throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE) {
            String text = Files.readString(file);
            Set<String> names = Stream.of("base", "left1", "left2", "right1", "right2")
                    .filter(text::contains)
                    .collect(Collectors.toSet());
            if (!names.equals(ONE) && !names.equals(TWO)) {
                return Set.of(names);
            }
        }
        return Set.of();
    }

    /** Writes bursts of a hundred files a second, and lets each be applied once. */
    private void write() {
        int number = 0;
        while (!ended.get()) {
            int before = applied.get();
            for (int burst = 0; burst < 60 && !ended.get(); burst++) {
                write(number++ % 2 == 0 ? TWO : ONE, number % 4 < 2);
                pause(Duration.ofMillis(8));
            }
            long start = System.nanoTime();
            while (applied.get() == before && !ended.get() && System.nanoTime() - start < PATIENCE) {
                pause(Duration.ofMillis(10));
            }
        }
    }

    private void write(Set<String> modules, boolean isInPlace) {
        try {
            if (isInPlace) {
                writeInPlace(text(modules).getBytes(StandardCharsets.UTF_8));
            } else {
                Path next = Files.writeString(directory.resolve("next.json"), text(modules));
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private void writeInPlace(byte[] bytes) throws IOException {
        long start = System.nanoTime();
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.write(bytes, 0, bytes.length / 2);
            pause(Duration.ofMillis(2));
            open.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        }
        if (System.nanoTime() - start > QUIET.toNanos() / 2) {
            stoodStill.set(true);
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /** The first half names the left module, the second half the right one. */
    private static String text(Set<String> modules) {
        List<String> sorted = modules.stream().sorted().toList();
        return "{\"modules\": [" + entry(sorted.get(0)) + ",\n" + entry(sorted.get(1)) + ",\n\n\n\n" + " ".repeat(40)
                + entry(sorted.get(2)) + "]}";
    }

    private static String entry(String module) {
        return "{\"name\": \"" + module + "\", \"source\": \"plugins/" + module + ".jar\"}";
    }
}
