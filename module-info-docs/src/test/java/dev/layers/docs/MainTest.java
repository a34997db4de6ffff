package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
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
    void write_endsWith0AndLeavesPages() {
        Run run = run("write", "--out", docs, classes);

        assertThat(run).isEqualTo(new Run(0, docs + ": 2 pages written\n", ""));
        assertThat(docs.resolve("org.acme.pdf.md")).content().contains("# Module `org.acme.pdf`");
        assertThat(docs.resolve("index.md")).content().contains("| [`org.acme.pdf`](org.acme.pdf.md) |");
    }

    @Test
    void write_namesThePagesItRemoves() throws IOException {
        run("write", "--out", docs, classes);
        Path stale = Files.copy(docs.resolve("org.acme.pdf.md"), docs.resolve("gone.md"));

        Run run = run("write", "--out", docs, classes);

        assertThat(run)
                .isEqualTo(
                        new Run(0, docs + ": 2 pages written\n" + stale + ": removed, no such module was given\n", ""));
    }

    @Test
    void write_endsWith2AndLeavesNothingWhereOneInputIsUnreadable() {
        Path missing = temporary.resolve("missing.jar");

        Run run = run("write", "--out", docs, classes, missing);

        assertThat(run)
                .isEqualTo(new Run(
                        2,
                        "",
                        missing + ": no file there;"
                                + " name a modular jar, a directory of classes or a directory of jars\n"));
        assertThat(docs).doesNotExist();
    }

    @Test
    void write_endsWith2WherePagesCannotGo() {
        Path file = classes.resolve("module-info.class");

        Run run = run("write", "--out", file, classes);

        assertThat(run).isEqualTo(new Run(2, "", file + ": a file; name a directory for the pages\n"));
    }

    @Test
    void check_endsWith0RightAfterWriting() {
        run("write", "--out", docs, classes);

        Run run = run("check", "--out", docs, classes);

        assertThat(run).isEqualTo(new Run(0, docs + ": 2 pages are up to date\n", ""));
    }

    @Test
    void check_endsWith1AndShowsMissingChangedAndStale() throws IOException {
        run("write", "--out", docs, classes);
        Path page = docs.resolve("org.acme.pdf.md");
        Files.copy(page, docs.resolve("gone.md"));
        Files.writeString(page, Files.readString(page).replace("normal", "open"));
        Files.delete(docs.resolve("index.md"));

        Run run = run("check", "--out", docs, classes);

        assertThat(run).isEqualTo(new Run(1, """
                        DOCS/index.md
                          expected: a page
                          found:    nothing
                        DOCS/org.acme.pdf.md:5
                          expected: '- Kind: normal'
                          found:    '- Kind: open'
                        DOCS/gone.md
                          expected: nothing, no such module was given
                          found:    a page
                        DOCS: not up to date; run 'module-info-docs write' with the same paths
                        """.replace("DOCS", docs.toString()), ""));
        assertThat(docs.resolve("index.md")).doesNotExist();
    }

    @Test
    void check_endsWith2WhereAnInputIsUnreadable() throws IOException {
        Path jar = Files.writeString(temporary.resolve("x.jar"), "no zip");

        Run run = run("check", "--out", docs, jar);

        assertThat(run)
                .isEqualTo(new Run(
                        2,
                        "",
                        jar + ": no module descriptor could be read (zip END header not found);"
                                + " build it again or leave it out\n"));
    }

    @Test
    void callWithoutDirectory_endsWith64AndShowsTheUsage() {
        Run run = run("write", classes);

        assertThat(run).isEqualTo(new Run(64, "", """
                        Missing required option: '--out=DIR'
                        Usage: module-info-docs write [-h] --out=DIR PATH...
                        Writes a page for each module, and an overview.
                              PATH...     A jar, an exploded module or a directory of jars.
                          -h, --help      Shows this help.
                              --out=DIR   Where the pages go.
                        """));
    }

    @Test
    void callWithoutPath_endsWith64AndShowsTheUsage() {
        Run run = run("check", "--out", docs);

        assertThat(run).isEqualTo(new Run(64, "", """
                        Missing required parameter: 'PATH'
                        Usage: module-info-docs check [-h] --out=DIR PATH...
                        Compares the pages with what would be written, and writes nothing.
                              PATH...     A jar, an exploded module or a directory of jars.
                          -h, --help      Shows this help.
                              --out=DIR   Where the pages are.
                        """));
    }

    @Test
    void callWithoutCommand_endsWith64AndShowsTheUsage() {
        Run run = run();

        assertThat(run).isEqualTo(new Run(64, "", """
                        Missing required subcommand
                        Usage: module-info-docs [-h] [COMMAND]
                        Documents modules from their descriptors; none of their code is loaded.
                          -h, --help   Shows this help.
                        Commands:
                          check  Compares the pages with what would be written, and writes nothing.
                          write  Writes a page for each module, and an overview.
                        """));
    }

    @Test
    void help_endsWith0() {
        Run run = run("write", "--help");

        assertThat(run).isEqualTo(new Run(0, """
                        Usage: module-info-docs write [-h] --out=DIR PATH...
                        Writes a page for each module, and an overview.
                              PATH...     A jar, an exploded module or a directory of jars.
                          -h, --help      Shows this help.
                              --out=DIR   Where the pages go.
                        """, ""));
    }

    private static Run run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode =
                commandLine.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Run(exitCode, normalized(out), normalized(err));
    }

    private static String normalized(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private record Run(int exitCode, String out, String err) {}
}
