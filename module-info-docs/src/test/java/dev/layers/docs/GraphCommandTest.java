package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphCommandTest {
    @TempDir
    private Path temporary;

    private Path classes;

    @BeforeEach
    void makeModule() throws IOException {
        classes = ModuleSource.in(temporary.resolve("pdf"))
                .file("module-info.java", "module org.acme.pdf { requires java.sql; requires static java.xml; }")
                .classes();
    }

    @Test
    void graph_goesToStandardOutput() {
        CommandRun dot = CommandRun.of("graph", classes);
        CommandRun mermaid = CommandRun.of("graph", "--format", "mermaid", classes);
        CommandRun svg = CommandRun.of("graph", "--format", "SVG", classes);

        assertThat(dot.out()).startsWith("digraph ").contains("org.acme.pdf");
        assertThat(mermaid.out()).contains("flowchart").contains("org.acme.pdf");
        assertThat(svg.out()).startsWith("<svg ").endsWith("</svg>\n");
    }

    @Test
    void graph_goesToAFile() throws IOException {
        Path file = temporary.resolve("new/graph.svg");

        CommandRun run = CommandRun.of("graph", "--format", "svg", "--out", file, classes);

        assertThat(run).isEqualTo(new CommandRun(0, file + ": 3 nodes drawn\n", ""));
        assertThat(Files.readString(file)).startsWith("<svg ");
    }

    @Test
    void graph_isToldAsJson() {
        CommandRun run = CommandRun.of("graph", "--json", classes);

        assertThat(run).isEqualTo(new CommandRun(0, """
                        {"schema":1,"command":"graph","exitCode":0,"unreadable":[],"out":null,"nodes":[\
                        {"name":"java.sql","kind":"OTHER","modules":["java.sql"]},\
                        {"name":"java.xml","kind":"OTHER","modules":["java.xml"]},\
                        {"name":"org.acme.pdf","kind":"NORMAL","modules":["org.acme.pdf"]}],"edges":[\
                        {"from":"org.acme.pdf","to":"java.sql","tie":"REQUIRES"},\
                        {"from":"org.acme.pdf","to":"java.xml","tie":"STATIC"}]}
                        """, ""));
    }

    @Test
    void graph_endsWith2WhereTheFileCannotBeWritten() {
        CommandRun run = CommandRun.of("graph", "--out", classes, classes);

        assertThat(run)
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        classes + ": not written (Is a directory); name a file that can be written, and has room\n"));
    }

    @Test
    void graph_endsWith64ForAnUnknownFormat() {
        CommandRun run = CommandRun.of("graph", "--format", "png", classes);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err())
                .startsWith("Invalid value for option '--format': expected one of [DOT, MERMAID, SVG]"
                        + " (case-insensitive) but was 'png'\n");
    }

    @Test
    void graph_endsWith64ForLessThanOneNode() {
        CommandRun run = CommandRun.of("graph", "--most", "0", classes);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).startsWith("Invalid value for option '--most': at least 1 is wanted but was 0\n");
    }

    @Test
    void graph_endsWith2WhereStandardOutputTakesNothing() {
        StringWriter err = new StringWriter();
        PrintWriter full = new PrintWriter(new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                throw new IOException("No space left on device");
            }
        });

        int exitCode =
                Main.commandLine().setOut(full).setErr(new PrintWriter(err)).execute("graph", classes.toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(err).hasToString("standard output: not all could be written; make room for it, or name a file\n");
    }
}
