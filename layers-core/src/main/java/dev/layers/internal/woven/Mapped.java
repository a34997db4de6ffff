package dev.layers.internal.woven;

import dev.layers.internal.time.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Whether this process has a file in its memory.
 *
 * <p>The JVM unloads a library some time after it has collected the class loader, on a thread of its own, and tells nobody.
 */
final class Mapped {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Mapped() {}

    /** Waits until the file is gone, for two seconds; where that cannot be seen, it is given all of them. */
    static void awaitGone(Path file) {
        Deadline deadline = Deadline.in(LONGEST);
        while (isMapped(file) && !deadline.isPast()) {
            deadline.within(PAUSE).await(new CountDownLatch(1)::await);
        }
    }

    /** What is not known counts as mapped. */
    private static boolean isMapped(Path file) {
        // the kernel writes the bytes of a name as they are
        String name = new String(file.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains(name));
        } catch (IOException elsewhere) {
            return true;
        }
    }
}
