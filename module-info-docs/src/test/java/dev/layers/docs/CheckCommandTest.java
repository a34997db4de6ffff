package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path temporary;

    private Path docs;
    private Path classes;

    @BeforeEach
    void makeModule() throws IOException {
        docs = temporary.resolve("docs");
        classes = ModuleSource.in(temporary.resolve("pdf"))
                .file("module-info.java", "module org.acme.pdf {}")
                .classes();
    }

    @Test
    void check_endsWith0RightAfterWriting() throws IOException {
        CommandRun.of("write", "--out", docs, classes);

        CommandRun run = CommandRun.of("check", "--out", docs, classes);

        assertThat(run)
                .isEqualTo(new CommandRun(
                        0, docs + ": " + CommandRun.files(docs).size() + " files are up to date, no findings\n", ""));
    }

    @Test
    void check_endsWith1AndShowsMissingChangedAndStale() throws IOException {
        CommandRun.of("write", "--format", "markdown", "--out", docs, classes);
        Path page = docs.resolve("org.acme.pdf.md");
        Files.copy(page, docs.resolve("gone.md"));
        Files.writeString(page, Files.readString(page).replace("# Module", "# Old module"));
        Files.delete(docs.resolve("index.md"));

        CommandRun run = CommandRun.of("check", "--format", "markdown", "--out", docs, classes);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(docs.resolve("index.md") + ": missing\n--- " + page + " as it is\n+++ " + page
                        + " as it would be written\n@@ -1,")
                .contains("\n-# Old module `org.acme.pdf`\n+# Module `org.acme.pdf`\n")
                .endsWith(docs.resolve("gone.md") + ": stale, nothing that was given has this page\n" + docs
                        + ": not up to date; run 'module-info-docs write' with the same paths\n");
        assertThat(docs.resolve("index.md")).doesNotExist();
    }

    @Test
    void differences_areToldAsJson() throws IOException {
        CommandRun.of("write", "--out", docs, classes);
        Files.delete(docs.resolve("index.html"));

        CommandRun run = CommandRun.of("check", "--json", "--out", docs, classes);

        assertThat(run).isEqualTo(new CommandRun(1, """
                        {"schema":1,"command":"check","exitCode":1,"unreadable":[],"out":"DOCS","differences":[\
                        {"file":"DOCS/index.html","kind":"MISSING","diff":[]}],"findings":[]}
                        """.replace("DOCS", docs.toString()), ""));
    }

    @Test
    void check_endsWith2WhereAnInputIsUnreadable() throws IOException {
        CommandRun.of("write", "--out", docs, classes);
        Path jar = Files.writeString(temporary.resolve("x.jar"), "no zip");

        CommandRun run = CommandRun.of("check", "--out", docs, classes, jar);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(jar + ": ");
    }
}
