package dev.layers.docs.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageDirectoryTest {
    private static final String PAGE = Mark.MARKDOWN + "\n\n# A\n";

    private Path path;
    private PageDirectory directory;

    @BeforeEach
    void newDirectory(@TempDir Path temporary) {
        path = temporary.resolve("new").resolve("docs");
        directory = new PageDirectory(path);
    }

    @Test
    void write_makesTheDirectoryAndLeavesOnlyPagesInIt() throws Exception {
        directory.write(pages("a.md", "index.md"));

        assertThat(path).isDirectoryContaining("glob:**/a.md").isDirectoryContaining("glob:**/index.md");
        assertThat(path.toFile().list()).hasSize(2);
        assertThat(path.resolve("a.md")).hasContent(PAGE);
    }

    @Test
    void write_replacesItsOwnPages() throws Exception {
        Files.createDirectories(path);
        Files.writeString(path.resolve("a.md"), Mark.MARKDOWN + "\n\nold");

        directory.write(pages("a.md"));

        assertThat(path.resolve("a.md")).hasContent(PAGE);
    }

    @Test
    void write_removesStalePagesAndNoOtherFile() throws Exception {
        directory.write(pages("a.md", "gone.md"));
        Path guide = Files.writeString(path.resolve("guide.md"), "# By hand\n");
        Path picture = Files.writeString(path.resolve("picture.svg"), Mark.MARKDOWN);

        assertThat(directory.write(pages("a.md"))).containsExactly(path.resolve("gone.md"));

        assertThat(path.resolve("gone.md")).doesNotExist();
        assertThat(guide).hasContent("# By hand\n");
        assertThat(picture).exists();
    }

    @Test
    void write_refusesToReplaceAPageOfSomebodyElse() throws Exception {
        Files.createDirectories(path);
        Path index = Files.writeString(path.resolve("index.md"), "# By hand\n");

        assertThatThrownBy(() -> directory.write(pages("a.md", "index.md")))
                .isInstanceOf(PageException.class)
                .hasMessage(index + ": not written by module-info-docs (its first line is not the mark)"
                        + " and in the way of a page; move it away or name another directory");

        assertThat(index).hasContent("# By hand\n");
        assertThat(path.resolve("a.md")).doesNotExist();
    }

    @Test
    void write_leavesNothingHalfWritten() throws Exception {
        String tooLong = "b".repeat(300) + ".md";

        PageException failure =
                catchThrowableOfType(PageException.class, () -> directory.write(pages("a.md", tooLong)));

        assertThat(failure)
                .hasMessage(path + ": not all pages written (File name too long);"
                        + " make it writable, with room for them, and write again");
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void write_refusesAFileAsDirectory() throws Exception {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "a file");

        assertThatThrownBy(() -> directory.write(pages("a.md")))
                .isInstanceOf(PageException.class)
                .hasMessage(path + ": a file; name a directory for the pages");
    }

    @Test
    void write_refusesANameThatNoFileCanHave() {
        assertThatThrownBy(() -> directory.write(pages("a\0b.md")))
                .isInstanceOf(PageException.class)
                .hasMessage(path + ": no page can have the name 'a?b.md' (Nul character not allowed);"
                        + " leave the module out or write where that name is allowed");
    }

    @Test
    void compare_findsNothingRightAfterWriting() throws Exception {
        directory.write(pages("a.md", "index.md"));

        assertThat(directory.compare(pages("a.md", "index.md"))).isEmpty();
    }

    @Test
    void compare_findsMissingPagesWhereThereIsNoDirectory() throws Exception {
        assertThat(directory.compare(pages("a.md")))
                .containsExactly(new Difference(path.resolve("a.md"), Difference.Kind.MISSING, List.of()));

        assertThat(path).doesNotExist();
    }

    @Test
    void compare_findsChangedLines() throws Exception {
        directory.write(pages("a.md"));
        Path page = Files.writeString(path.resolve("a.md"), Mark.MARKDOWN + "\n\n# B\n");

        assertThat(directory.compare(pages("a.md")))
                .extracting(Difference::text)
                .containsExactly(String.join(
                        System.lineSeparator(),
                        "--- " + page + " as it is",
                        "+++ " + page + " as it would be written",
                        "@@ -1,3 +1,3 @@",
                        " " + Mark.MARKDOWN,
                        " ",
                        "-# B",
                        "+# A"));
    }

    @Test
    void compare_findsBytesThatAreNoText() throws Exception {
        Files.createDirectories(path);
        Path page = Files.write(path.resolve("a.md"), new byte[] {(byte) 0xFF});

        assertThat(directory.compare(new Pages(new TreeMap<>(Map.of("a.md", "# A\n")))))
                .flatExtracting(Difference::diff)
                .containsExactly(
                        "--- " + page + " as it is",
                        "+++ " + page + " as it would be written",
                        "@@ -1,1 +1,1 @@",
                        "-\uFFFD",
                        "+# A");
    }

    @Test
    void compare_findsStalePagesAndNoOtherFile() throws Exception {
        directory.write(pages("a.md", "gone.md"));
        Files.writeString(path.resolve("guide.md"), "# By hand\n");

        assertThat(directory.compare(pages("a.md")))
                .containsExactly(new Difference(path.resolve("gone.md"), Difference.Kind.STALE, List.of()));
    }

    @Test
    void compare_refusesAPageThatIsADirectory() throws Exception {
        Path page = Files.createDirectories(path.resolve("a.md"));

        PageException failure = catchThrowableOfType(PageException.class, () -> directory.compare(pages("a.md")));

        assertThat(failure).hasMessage(page + ": not read (Is a directory); make the pages readable");
    }

    @Test
    void write_leavesThePagesOfADirectoryWithinAlone() throws Exception {
        PageDirectory within = new PageDirectory(path.resolve("modules"));
        within.write(html("index.html", "a.html"));

        List<Path> removed = directory.write(html("index.html"));

        assertThat(removed).isEmpty();
        assertThat(within.compare(html("index.html", "a.html"))).isEmpty();
    }

    @Test
    void write_removesStalePagesOfDirectoriesItOnceMade() throws Exception {
        directory.write(html("index.html", "gone/a.html", "gone/b.html", "modules/a.html"));
        Path foreign = Files.writeString(path.resolve("gone/notes.html"), "<p>By hand</p>");

        List<Path> removed = directory.write(html("index.html", "gone/b.html"));

        assertThat(removed).containsExactly(path.resolve("gone/a.html"), path.resolve("modules/a.html"));
        assertThat(foreign).exists();
        assertThat(path.resolve("gone/b.html")).exists();
    }

    @Test
    void write_leavesPagesOfAnotherFormatAlone() throws Exception {
        directory.write(pages("a.md"));

        List<Path> removed = directory.write(html("a.html"));

        assertThat(removed).isEmpty();
        assertThat(path.resolve("a.md")).exists();
    }

    @Test
    void write_leavesNothingHalfWrittenInDirectoriesEither() throws Exception {
        String tooLong = "b".repeat(300) + ".html";

        assertThatThrownBy(() -> directory.write(html("a/a.html", "a/" + tooLong)))
                .isInstanceOf(PageException.class);

        assertThat(path.resolve("a")).isEmptyDirectory();
    }

    @Test
    void compare_findsNoDifferenceInTextThatNoFileCanHave() throws Exception {
        Pages half = new Pages(new TreeMap<>(Map.of("a.md", Mark.MARKDOWN + "\n\n\uD800\n")));

        directory.write(half);

        assertThat(directory.compare(half)).isEmpty();
    }

    private static Pages html(String... places) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String place : places) {
            texts.put(place, Mark.html(place) + "\n<p>A</p>\n");
        }
        return new Pages(texts);
    }

    private static Pages pages(String... names) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : names) {
            texts.put(name, PAGE);
        }
        return new Pages(texts);
    }
}
