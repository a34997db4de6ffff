package dev.layers.others;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;

/** The files that this process has open, as Linux tells. */
final class OpenFiles {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private OpenFiles() {}

    /** Returns how many descriptors are open of files below {@code directory}; ends the test where nobody can tell. */
    static long below(Path directory) throws IOException {
        Assumptions.assumeThat(DESCRIPTORS).as("descriptors of this process").isDirectory();
        Path real = directory.toRealPath();
        return open().stream().filter(file -> file.startsWith(real)).count();
    }

    /** Waits until no file below {@code directory} is open, for what is closed some time after a collection. */
    static void awaitNoneBelow(Path directory) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (below(directory) > 0 && Instant.now().isBefore(end)) {
            System.gc();
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(below(directory)).as("open files below %s", directory).isZero();
    }

    private static List<Path> open() throws IOException {
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            return descriptors.flatMap(OpenFiles::target).toList();
        }
    }

    private static Stream<Path> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor));
        } catch (IOException closedMeanwhile) {
            return Stream.empty();
        }
    }
}
