package dev.layers.testkit.junit;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The jars of one run of tests, one for each source however many tests load it. */
final class CompiledModules implements AutoCloseable {
    private final Path directory;
    private final Map<ModuleSource, Path> jars = new ConcurrentHashMap<>();

    CompiledModules() {
        try {
            directory = Files.createTempDirectory("layers-test-");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Returns the jar of {@code source}; {@code name} shows up in messages about it. */
    Path jar(String name, ModuleSource source) {
        return jars.computeIfAbsent(source, uncompiled -> uncompiled.toJar(fresh().resolve(name + ".jar")));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path fresh() {
        try {
            return Files.createTempDirectory(directory, "");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
