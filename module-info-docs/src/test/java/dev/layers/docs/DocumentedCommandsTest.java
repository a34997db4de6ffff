package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.findings.Rule;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Tie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about the tool shows what the tool prints, and nothing else. */
class DocumentedCommandsTest {
    private static final Path PAGE = Path.of("../docs/module-info-docs.md");
    private static final String COMMAND = "$ java -jar module-info-docs.jar ";
    private static final Pattern SAMPLE = Pattern.compile("(?s)```console\n(.*?)```");

    @TempDir
    private Path temporary;

    @BeforeEach
    void makeDemo() throws IOException {
        Path demo = Files.createDirectories(temporary.resolve("demo"));
        Path api = ModuleSource.in(demo.resolve("api"))
                .file("module-info.java", "module org.acme.text { exports org.acme.text; uses org.acme.text.Writer; }")
                .file("org/acme/text/Writer.java", """
                        package org.acme.text;

                        public interface Writer {
                            String write(String text);
                        }""")
                .jar("text.jar", "--module-version", "1.0");
        ModuleSource.in(demo.resolve("next"))
                .file("module-info.java", "module org.acme.text { exports org.acme.text; uses org.acme.text.Writer; }")
                .file("org/acme/text/Writer.java", """
                        package org.acme.text;

                        public interface Writer {
                            String write(String text);

                            void flush();
                        }""")
                .jar("text.jar", "--module-version", "2.0");
        Path pdf = ModuleSource.in(demo.resolve("pdf"))
                .option("--module-path", api.toString())
                .file("module-info.java", """
                        module org.acme.pdf {
                            requires org.acme.text;
                            requires java.sql;
                            provides org.acme.text.Writer with org.acme.pdf.PdfWriter;
                        }""")
                .file("org/acme/pdf/PdfWriter.java", """
                        package org.acme.pdf;

                        public final class PdfWriter implements org.acme.text.Writer {
                            public String write(String text) {
                                return text;
                            }
                        }""")
                .jar("pdf.jar", "--module-version", "1.0");
        Path modules = Files.createDirectories(temporary.resolve("modules"));
        Files.copy(api, modules.resolve("text.jar"));
        Files.copy(pdf, modules.resolve("pdf.jar"));
        Files.copy(demo.resolve("next/text.jar"), temporary.resolve("text-2.0.jar"));
    }

    @Test
    void samples_areWhatTheCommandsPrint() throws IOException {
        List<String> documented = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        Matcher samples = SAMPLE.matcher(page());
        while (samples.find()) {
            documented.add(samples.group(1));
            printed.add(played(samples.group(1)));
        }

        assertThat(documented).hasSizeGreaterThanOrEqualTo(8);
        assertThat(printed).isEqualTo(documented);
    }

    @Test
    void findings_areAllDocumented() throws IOException {
        String page = page();

        for (Rule rule : Rule.values()) {
            assertThat(page)
                    .contains("| " + rule.title() + " (`" + rule + "`) | " + rule.reason() + " | " + rule.advice()
                            + " |");
        }
    }

    @Test
    void tiesAndKindsOfTheGraph_areAllDocumented() throws IOException {
        String page = page();

        assertThat(Tie.values()).allSatisfy(tie -> assertThat(page).contains("`" + tie + "`"));
        assertThat(Kind.values()).allSatisfy(kind -> assertThat(page).contains("`" + kind + "`"));
    }

    /** Runs the commands of a sample in its order. */
    private String played(String sample) {
        StringBuilder text = new StringBuilder();
        sample.lines().filter(line -> line.startsWith(COMMAND)).forEach(line -> {
            CommandRun run =
                    CommandRun.of(Stream.of(line.substring(COMMAND.length()).split(" "))
                            .map(this::placed)
                            .toArray());
            text.append(line).append('\n').append(unplaced(run.out())).append(unplaced(run.err()));
            if (run.exitCode() != 0) {
                text.append("(exit code ").append(run.exitCode()).append(")\n");
            }
        });
        return text.toString();
    }

    /** What names a file lies in the directory of the test, so that the page can name it as if one stood there. */
    private Object placed(String argument) {
        return argument.matches("(modules|site|gone|text-2|graph[.]).*") ? temporary.resolve(argument) : argument;
    }

    private String unplaced(String text) {
        return text.replace(temporary + "/", "");
    }

    private static String page() throws IOException {
        return Files.readString(PAGE).replace("\r\n", "\n");
    }
}
