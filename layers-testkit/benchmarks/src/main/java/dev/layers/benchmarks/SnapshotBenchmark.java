package dev.layers.benchmarks;

import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.PluginShape;
import dev.layers.benchmarks.systems.Shelf;
import dev.layers.internal.snapshot.Limits;
import dev.layers.internal.snapshot.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A private copy of an artifact, its digest, its descriptor, and 50 of its classes read: in memory, and on disk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SnapshotBenchmark {
    /** How many classes the module has. */
    @Param({"5", "500"})
    public int classes;

    private static final Limits LIMITS = new Limits(100_000, Integer.MAX_VALUE, 64, Duration.ZERO);

    private Path jar;

    /** Compiles the module. */
    @Setup
    public void prepare() throws IOException {
        Path directory = Files.createTempDirectory("layers-benchmark");
        jar = Shelf.of(Contender.BARE, List.of(PluginShape.of(classes)), directory, directory)
                .layOutSeen()
                .get(0)
                .file();
    }

    /** As Layers does it, the check of every entry included. */
    @Benchmark
    public void inMemory(Blackhole sink) throws Exception {
        Snapshot snapshot = Snapshot.take(jar, List.of(), LIMITS);
        sink.consume(snapshot.examine((artifact, entry, classFile) -> List.of()));
        sink.consume(snapshot.digest());
        readClasses(snapshot, sink);
    }

    /** A copy in the directory for temporary files, read by the JDK, deleted at the end; nothing is checked. */
    @Benchmark
    public void onDisk(Blackhole sink) throws Exception {
        Path copy = Files.createTempFile("snapshot", ".jar");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream source = new DigestInputStream(Files.newInputStream(jar), digest)) {
            Files.copy(source, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        sink.consume(digest.digest());
        readClasses(ModuleFinder.of(copy), sink);
        Files.delete(copy);
    }

    private void readClasses(ModuleFinder finder, Blackhole sink) throws IOException {
        try (ModuleReader reader = finder.find("bench.plugin").orElseThrow().open()) {
            for (int number = 1; number < Math.min(classes, 50); number++) {
                sink.consume(
                        reader.read("bench/plugin/Type" + number + ".class").orElseThrow());
            }
        }
    }
}
