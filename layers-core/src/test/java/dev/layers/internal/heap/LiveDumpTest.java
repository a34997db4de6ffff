package dev.layers.internal.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveDumpTest {
    @TempDir
    Path parent;

    @Test
    void dump_isThereUntilItIsClosed_withAllThatLiesBesideIt() throws Exception {
        Path file;
        try (LiveDump dump = LiveDump.of(Optional.of(parent), Long.MAX_VALUE)) {
            file = dump.file();
            assertThat(Files.size(file)).isPositive();
            Files.writeString(file.resolveSibling("heap.hprof.p0"), "a part");
        }

        assertThat(file.getParent()).doesNotExist();
        assertThat(left()).isEmpty();
    }

    @Test
    void largerHeapThanAllowed_isNotDumped() throws Exception {
        HeapDumpException failure =
                catchThrowableOfType(HeapDumpException.class, () -> LiveDump.of(Optional.of(parent), 1 << 20));

        assertThat(failure.kind()).isEqualTo(HeapDumpException.Kind.UNAVAILABLE);
        assertThat(failure).hasMessageMatching("the heap uses \\d+ MB, and a dump is allowed up to 1 MB");
        assertThat(left()).isEmpty();
    }

    @Test
    void parentThatIsNoDirectory_isNamed() {
        Path none = parent.resolve("none");

        HeapDumpException failure =
                catchThrowableOfType(HeapDumpException.class, () -> LiveDump.of(Optional.of(none), Long.MAX_VALUE));

        assertThat(failure)
                .hasMessageStartingWith("no directory for a heap dump could be made in '" + none + "': ")
                .hasMessageContaining("NoSuchFileException");
    }

    @Test
    void missingBean_isSaidWithTheModuleThatHasIt() throws Exception {
        assertThat(fork("--limit-modules=java.base,java.management", "dump"))
                .isEqualTo("this JVM has no HotSpotDiagnosticMXBean to make a heap dump with:"
                        + " add module 'jdk.management'");
        assertThat(left()).isEmpty();
    }

    /** The exit meets the dump at different moments. */
    @ParameterizedTest
    @ValueSource(ints = {1, 60, 150, 400})
    void exitOfTheJvm_leavesNothing(int millis) throws Exception {
        fork("-Xmx256m", Integer.toString(millis));

        assertThat(left()).isEmpty();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.walk(parent)) {
            return files.filter(file -> !file.equals(parent)
                            && !file.getFileName().toString().equals("said"))
                    .toList();
        }
    }

    private String fork(String option, String act) throws Exception {
        File said = parent.resolve("said").toFile();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                place(LiveDump.class) + File.pathSeparator + place(DumpingMain.class),
                DumpingMain.class.getName(),
                parent.toString(),
                act));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return Files.readString(said.toPath()).strip();
    }

    private static Path place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
