package dev.layers.internal.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class ThreadDumpsTest {
    private final List<SeenThread> seen = new ArrayList<>();

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void dump_showsTheThreadThatAsks() throws IOException {
        ThreadDumps.take(seen::add);

        assertThat(seen)
                .filteredOn(thread -> thread.id() == Thread.currentThread().getId())
                .singleElement()
                .satisfies(thread -> assertThat(thread.stack())
                        .anyMatch(frame -> frame.getClassName().equals(ThreadDumpsTest.class.getName())));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void dumpOfAnInterruptedThread_isTakenAndTheInterruptStands() throws IOException {
        Thread.currentThread().interrupt();

        ThreadDumps.take(seen::add);

        assertThat(seen).isNotEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void dump_leavesNoFile() throws IOException {
        List<Path> before = left();

        try {
            ThreadDumps.take(seen::add);
        } catch (IOException before21) {
            assertThat(Runtime.version().feature()).isLessThan(21);
        }

        List<Path> added = left();
        added.removeAll(before);
        assertThat(added).as("what stays").allSatisfy(ThreadDumpsTest::awaitRemoval);
    }

    /** A JVM beside this one may be writing a dump as well. */
    private static void awaitRemoval(Path file) {
        long start = System.nanoTime();
        while (Files.exists(file)
                && System.nanoTime() - start < Duration.ofSeconds(20).toNanos()) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        assertThat(file).doesNotExist();
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void jdkWithoutDumps_isNamed() {
        assertThatThrownBy(() -> ThreadDumps.take(seen::add))
                .isInstanceOf(IOException.class)
                .hasMessage("this JDK writes no thread dumps (java.lang.ClassNotFoundException:"
                        + " com.sun.management.HotSpotDiagnosticMXBean$ThreadDumpFormat)");
    }

    private static List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("layers-threads"))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }
}
