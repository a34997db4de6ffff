package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of guarantees says the truth about the tests. */
class GuaranteesTest {
    private static final Path LIST = Path.of("../docs/guarantees.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (G\\d+) \\|.*\\| (.*) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)`");
    private static final Pattern NUMBERED = Pattern.compile("@DisplayName\\(\\s*\"((?:G\\d+,? )+)");
    private static final Pattern NUMBER = Pattern.compile("G\\d+");

    @Test
    void list_namesExactlyTheTestsThatCarryTheNumber() throws IOException {
        Map<String, Set<String>> listed = listed();

        Map<String, Set<String>> found = found();

        assertThat(listed).isEqualTo(found);
    }

    @Test
    void list_isNotEmpty() throws IOException {
        assertThat(listed()).hasSizeGreaterThan(15);
    }

    private static Map<String, Set<String>> listed() throws IOException {
        Map<String, Set<String>> listed = new TreeMap<>();
        Matcher rows = ROW.matcher(Files.readString(LIST));
        while (rows.find()) {
            Matcher tests = TEST.matcher(rows.group(2));
            while (tests.find()) {
                listed.computeIfAbsent(rows.group(1), absent -> new TreeSet<>()).add(tests.group(1));
            }
        }
        return listed;
    }

    private static Map<String, Set<String>> found() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        try (Stream<Path> sources = Stream.concat(
                Files.walk(Path.of("src/test/java")), Files.walk(Path.of("../layers-core/src/test/java")))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                add(found, source);
            }
        }
        return found;
    }

    private static void add(Map<String, Set<String>> found, Path source) throws IOException {
        String name = source.getFileName().toString().replace(".java", "");
        Matcher numbered = NUMBERED.matcher(Files.readString(source));
        while (numbered.find()) {
            Matcher numbers = NUMBER.matcher(numbered.group(1));
            while (numbers.find()) {
                found.computeIfAbsent(numbers.group(), absent -> new TreeSet<>())
                        .add(name);
            }
        }
    }
}
