package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contents of the guide name every page once, and the README leads to them. */
class IndexPageTest {
    private static final Path PAGES = Path.of("../docs");
    private static final Path INDEX = PAGES.resolve("index.md");
    private static final Path README = Path.of("../README.md");
    private static final Path REPORT = Path.of("src/test/guide/output/report-thread.txt");
    private static final Pattern THREAD = Pattern.compile("\n +(\\S+) 'acme-pump' \\.");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+\\.md)\\)");

    @Test
    void index_namesEveryPage() throws IOException {
        List<String> named = LINK.matcher(Files.readString(INDEX))
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(named).doesNotHaveDuplicates().containsAll(pages());
    }

    @Test
    void readme_leadsToTheGuide() throws IOException {
        assertThat(README).content().contains("](docs/index.md)");
        assertThat(PageLinks.broken(README)).as("links that lead nowhere").isEmpty();
    }

    /** The report there is shortened, so no run can be compared with it as a whole. */
    @Test
    void readme_namesAThreadAsReportsDo() throws IOException {
        Matcher reported = THREAD.matcher(Files.readString(REPORT));

        assertThat(reported.find()).isTrue();
        assertThat(README).content().contains("\n      " + reported.group(1) + " 'chat-heartbeat' .target\n");
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> !file.equals(INDEX))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
