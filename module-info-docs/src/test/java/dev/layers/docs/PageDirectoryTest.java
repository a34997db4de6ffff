package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageDirectoryTest {
    private static final String PAGE = Pages.MARK + "\n\n# A\n";

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
        Files.writeString(path.resolve("a.md"), Pages.MARK + "\n\nold");

        directory.write(pages("a.md"));

        assertThat(path.resolve("a.md")).hasContent(PAGE);
    }

    @Test
    void write_removesStalePagesAndNoOtherFile() throws Exception {
        directory.write(pages("a.md", "gone.md"));
        Path guide = Files.writeString(path.resolve("guide.md"), "# By hand\n");
        Path picture = Files.writeString(path.resolve("picture.svg"), Pages.MARK);

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
                .hasMessage(path + ": not all pages written (" + failure.getCause()
                        + "); make room for them and write again");
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
                .containsExactly(new Difference(path.resolve("a.md").toString(), "a page", "nothing"));

        assertThat(path).doesNotExist();
    }

    @Test
    void compare_findsChangedLines() throws Exception {
        directory.write(pages("a.md"));
        Path page = Files.writeString(path.resolve("a.md"), Pages.MARK + "\n\n# B\n");

        assertThat(directory.compare(pages("a.md"))).containsExactly(new Difference(page + ":3", "'# A'", "'# B'"));
    }

    @Test
    void compare_findsBytesThatAreNoText() throws Exception {
        Files.createDirectories(path);
        Path page = Files.write(path.resolve("a.md"), new byte[] {(byte) 0xFF});

        assertThat(directory.compare(new Pages(new TreeMap<>(Map.of("a.md", "# A\n")))))
                .containsExactly(new Difference(page + ":1", "'# A'", "'\uFFFD'"));
    }

    @Test
    void compare_findsStalePagesAndNoOtherFile() throws Exception {
        directory.write(pages("a.md", "gone.md"));
        Files.writeString(path.resolve("guide.md"), "# By hand\n");

        assertThat(directory.compare(pages("a.md")))
                .containsExactly(new Difference(
                        path.resolve("gone.md").toString(), "nothing, no such module was given", "a page"));
    }

    @Test
    void compare_refusesAPageThatIsADirectory() throws Exception {
        Path page = Files.createDirectories(path.resolve("a.md"));

        PageException failure = catchThrowableOfType(PageException.class, () -> directory.compare(pages("a.md")));

        assertThat(failure)
                .hasMessage(page + ": not read (" + failure.getCause() + "); make the pages readable")
                .hasMessageContaining("Is a directory");
    }

    private static Pages pages(String... names) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : names) {
            texts.put(name, PAGE);
        }
        return new Pages(texts);
    }
}
