package dev.layers.internal.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.hprof.DumpWriter;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LengthlessDumpTest {
    @TempDir
    Path directory;

    /** So it is where a dump in one piece is longer than its length can say. */
    @Test
    void heapOfLengthZero_goesToTheEndOfTheFile() throws Exception {
        StagedDump dump = new StagedDump(8);
        byte[] names = dump.types(Map.of("chats", StagedDump.LOADER)).writer().unended();
        byte[] whole = dump.loaders().writer().segment().unended();
        int segment = segment(whole, names.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(whole, 0, segment);
        bytes.writeBytes(new byte[] {0x0c, 0, 0, 0, 0, 0, 0, 0, 0});
        bytes.write(whole, segment + 9, whole.length - segment - 9);

        Path file = Files.write(directory.resolve("heap.hprof"), bytes.toByteArray());
        Holding holding = HeapAnalysis.of(file, List.of(7L), 3, new Patient()).get(7L);

        assertThat(PathLines.of(holding)).contains("STRONG", "  class acme.Host STATIC_FIELD chats");
    }

    /** Names may follow the classes that speak of them, so the segment starts at the first record of its tag. */
    private static int segment(byte[] whole, int from) {
        for (int i = from; i < whole.length; i++) {
            if (whole[i] == 0x1c && Arrays.equals(whole, i + 1, i + 5, new byte[4], 0, 4)) {
                return i;
            }
        }
        throw new AssertionError("No segment after " + from + " in " + new DumpWriter(8));
    }
}
