package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteCommandTest {
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
    void write_endsWith0AndLeavesAPageOfHtmlForEach() throws IOException {
        CommandRun run = CommandRun.of("write", "--out", docs, classes);

        assertThat(run)
                .isEqualTo(new CommandRun(
                        0, docs + ": " + CommandRun.files(docs).size() + " files written, no findings\n", ""));
        assertThat(docs.resolve("org.acme.pdf.html")).content().contains("<h1").contains("org.acme.pdf");
        assertThat(docs.resolve("index.html")).content().contains("href=\"org.acme.pdf.html\"");
    }

    @Test
    void write_leavesMarkdownWhereItIsAskedFor() {
        CommandRun run = CommandRun.of("write", "--format", "markdown", "--out", docs, classes);

        assertThat(run.exitCode()).isZero();
        assertThat(docs.resolve("org.acme.pdf.md")).content().contains("# Module `org.acme.pdf`");
        assertThat(docs.resolve("index.md")).content().contains("[`org.acme.pdf`](org.acme.pdf.md)");
    }

    @Test
    void write_putsAGuideAboveThePages() throws IOException {
        Path guide = Files.createDirectory(temporary.resolve("guide"));
        Files.writeString(guide.resolve("start.md"), "# Start\n\nSee [modules](modules/index.md).\n");

        CommandRun run = CommandRun.of("write", "--guide", guide, "--out", docs, classes);

        assertThat(run.err()).isEmpty();
        assertThat(docs.resolve("start.html")).content().contains("href=\"modules/index.html\"");
        assertThat(docs.resolve("modules/org.acme.pdf.html")).exists();
    }

    @Test
    void write_refusesAGuideWithMarkdown() {
        CommandRun run = CommandRun.of("write", "--format", "markdown", "--guide", docs, "--out", docs, classes);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err())
                .startsWith(
                        "--guide goes with --format html; Markdown pages need no conversion\nUsage: module-info-docs"
                                + " write ");
    }

    @Test
    void write_tellsHowManyFindingsThereAre() throws IOException {
        Path app = ModuleSource.in(temporary.resolve("app"))
                .file("module-info.java", "module org.acme.app { requires java.sql; exports org.acme.impl; }")
                .file("org/acme/impl/App.java", "package org.acme.impl; public class App {}")
                .classes();

        CommandRun run = CommandRun.of("write", "--json", "--out", docs, app);

        assertThat(run)
                .isEqualTo(new CommandRun(
                        0,
                        """
                        {"schema":1,"command":"write","exitCode":0,"unreadable":[],"out":"DOCS",\
                        "files":["FILES"],"removed":[],"findings":[\
                        {"rule":"EXPORTED_INTERNALS","modules":["org.acme.app"],\
                        "found":"'org.acme.app' exports 'org.acme.impl' to every module",\
                        "advice":"Export the package only to those who need it ('exports ... to'), or move the type to an\
                         exported package."},\
                        {"rule":"UNUSED_REQUIRES","modules":["org.acme.app"],\
                        "found":"'org.acme.app' requires 'java.sql', and none of its classes names anything of it",\
                        "advice":"Remove the 'requires'; keep it if names are looked up by reflection only."}]}
                        """.replace("DOCS", docs.toString())
                                .replace("FILES", String.join("\",\"", CommandRun.files(docs))),
                        ""));
    }

    @Test
    void write_namesThePagesItRemoves() throws IOException {
        Path gone = ModuleSource.in(temporary.resolve("gone"))
                .file("module-info.java", "module org.acme.gone {}")
                .classes();
        CommandRun.of("write", "--out", docs, classes, gone);

        CommandRun run = CommandRun.of("write", "--out", docs, classes);

        assertThat(run)
                .isEqualTo(new CommandRun(
                        0,
                        docs + ": " + CommandRun.files(docs).size() + " files written, no findings\n"
                                + docs.resolve("org.acme.gone.html")
                                + ": removed, nothing that was given has this page\n",
                        ""));
    }

    @Test
    void write_endsWith2AndLeavesNothingWhereAPathDoesNotExist() {
        Path missing = temporary.resolve("missing.jar");

        CommandRun run = CommandRun.of("write", "--out", docs, classes, missing);

        assertThat(run)
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        missing + ": no file there;"
                                + " name a modular jar, a directory of classes or a directory of jars\n"));
        assertThat(docs).doesNotExist();
    }

    @Test
    void write_endsWith2AndLeavesThePagesOfTheRestWhereAJarIsCorrupt() throws IOException {
        Path jar = Files.writeString(temporary.resolve("x.jar"), "no zip");

        CommandRun run = CommandRun.of("write", "--out", docs, classes, jar);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(jar + ": ");
        assertThat(run.out()).isEqualTo(docs + ": " + CommandRun.files(docs).size() + " files written, 1 finding\n");
        assertThat(docs.resolve("org.acme.pdf.html")).exists();
    }

    @Test
    void write_endsWith2WherePagesCannotGo() {
        Path file = classes.resolve("module-info.class");

        CommandRun run = CommandRun.of("write", "--out", file, classes);

        assertThat(run).isEqualTo(new CommandRun(2, "", file + ": a file; name a directory for the pages\n"));
    }

    @Test
    void failure_isOneDocumentAsWell() {
        CommandRun run = CommandRun.of("write", "--json", "--out", docs, "missing.jar");

        String reason = "missing.jar: no file there; name a modular jar, a directory of classes or a directory of jars";
        assertThat(run)
                .isEqualTo(new CommandRun(
                        2,
                        "{\"schema\":1,\"command\":\"write\",\"exitCode\":2,\"error\":\"" + reason + "\"}\n",
                        reason + "\n"));
    }

    @Test
    void output_showsWhatATerminalWouldActOn() {
        CommandRun run = CommandRun.of("write", "--out", docs, "\u001b[31mred\u202e.jar");

        assertThat(run.err()).startsWith("\\u001b[31mred\\u202e.jar: no file there");
    }

    @Test
    void write_findsWhatModulesRequireOnTheModulePath() throws IOException {
        Path text = ModuleSource.in(temporary.resolve("text"))
                .file("module-info.java", "module org.acme.text {}")
                .classes();
        Path pdf = ModuleSource.in(temporary.resolve("user"))
                .file("module-info.java", "module org.acme.user { requires org.acme.text; }")
                .option("--module-path", text.toString())
                .classes();

        CommandRun without = CommandRun.of("write", "--out", docs, pdf);
        CommandRun with = CommandRun.of("write", "-p", text + File.pathSeparator + classes, "--out", docs, pdf);

        assertThat(without.out()).endsWith(" files written, 1 finding\n");
        assertThat(with.out()).endsWith(" files written, no findings\n");
        assertThat(docs.resolve("org.acme.user.html")).exists();
        assertThat(docs.resolve("org.acme.text.html")).doesNotExist();
    }

    @Test
    void write_endsWith2WhereNothingIsOnTheModulePath() {
        Path missing = temporary.resolve("missing.jar");

        CommandRun run = CommandRun.of("write", "--module-path", missing, "--out", docs, classes);

        assertThat(run)
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        missing + ": no file there;"
                                + " name a modular jar, a directory of classes or a directory of jars\n"));
    }

    @Test
    void write_endsWith64ForEmptyNames() {
        CommandRun out = CommandRun.of("write", "--out", "", classes);
        CommandRun path = CommandRun.of("write", "--out", docs, classes, "");

        assertThat(out.exitCode()).isEqualTo(64);
        assertThat(out.err()).startsWith("Invalid value for option '--out': a directory is wanted but was ''\n");
        assertThat(path.exitCode()).isEqualTo(64);
        assertThat(path.err()).startsWith("Invalid value for 'PATH': a path is wanted but was ''\n");
    }
}
