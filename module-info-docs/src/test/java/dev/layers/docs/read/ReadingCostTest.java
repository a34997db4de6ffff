package dev.layers.docs.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.read.Inputs.Image;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM of its own reads the whole image, and says how much memory it took from the system at most. */
class ReadingCostTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long MOST_KB = 512 * 1024;

    /** Without it the JVM takes a share of the machine's memory, and collects only when that is full. */
    private static final String HEAP = "-Xmx200m";

    @TempDir
    private Path temporary;

    @Test
    void image_isReadInLessThanHalfAGigabyte() throws Exception {
        assumeTrue(Files.exists(STATUS), "only Linux tells what a process took at most");

        String output = OtherJvm.in(temporary)
                .run(List.of(HEAP), "-cp", OtherJvm.ownPath(Reader.class), Reader.class.getName());

        long peak = PEAK.matcher(output)
                .results()
                .map(MatchResult::group)
                .map(text -> text.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
        assertThat(output).contains("no troubles");
        assertThat(peak).as(output).isPositive().isLessThan(MOST_KB);
    }

    /** The main class of the other JVM. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) throws Exception {
            ModuleSet set = ModuleReader.read(new Inputs(List.of(), Image.DOCUMENTED));
            Files.readAllLines(STATUS).forEach(System.out::println);
            System.out.println(set.modules().size() + " modules, "
                    + (set.troubles().isEmpty() ? "no" : set.troubles().size()) + " troubles");
        }
    }
}
