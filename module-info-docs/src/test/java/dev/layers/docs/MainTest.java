package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
    private static final String USAGE = """
            Usage: module-info-docs [-hV] COMMAND
            Documents compiled modules, their services and contracts; none of their code is
            loaded.
              -h, --help      Show this help message and exit.
              -V, --version   Print version information and exit.
            Commands:
              write  Writes an overview, a page for each module and contract, and the
                       findings.
              check  Compares the pages with what would be written, and writes nothing.
              graph  Draws the modules, what they require, and the services between them.
              diff   Tells what the descriptors and the public types of exported packages
                       say otherwise than before, and whom it breaks; ends with 1 if a
                       change breaks someone.

            Exit codes:
              0    done
              1    differs: committed pages are not up to date, or a change breaks others
              2    input could not be read, or output not be written
              64   the command line is wrong
              70   a defect of this program
            """;

    @Test
    void callWithoutCommand_endsWith64AndShowsTheUsage() {
        CommandRun run = CommandRun.of();

        assertThat(run).isEqualTo(new CommandRun(64, "", "Missing required subcommand\n" + USAGE));
    }

    @Test
    void callWithoutDirectory_endsWith64AndShowsTheUsage() {
        CommandRun run = CommandRun.of("write", "classes");

        assertThat(run)
                .isEqualTo(new CommandRun(
                        64,
                        "",
                        "Missing required option: '--out=DIR'\n"
                                + CommandRun.of("write", "--help").out()));
    }

    @Test
    void callWithoutPath_endsWith64AndShowsTheUsage() {
        CommandRun run = CommandRun.of("check", "--out", "docs");

        assertThat(run)
                .isEqualTo(new CommandRun(
                        64,
                        "",
                        "Missing required parameter: 'PATH', or --jdk\n"
                                + CommandRun.of("check", "--help").out()));
    }

    @Test
    void help_endsWith0() {
        assertThat(CommandRun.of("--help")).isEqualTo(new CommandRun(0, USAGE, ""));
    }

    @Test
    void helpOfACommand_endsWith0() {
        CommandRun run = CommandRun.of("diff", "--help");

        assertThat(run).isEqualTo(new CommandRun(0, """
                        Usage: module-info-docs diff [-hV] [--json] OLD NEW
                        Tells what the descriptors and the public types of exported packages say
                        otherwise than before, and whom it breaks; ends with 1 if a change breaks
                        someone.
                        Several paths of one release are separated as on a class path.
                              OLD         A jar, a directory of classes or a directory of jars.
                              NEW         The same, as it is now.
                          -h, --help      Show this help message and exit.
                              --json      Prints one JSON document instead of text; messages go to
                                            standard error.
                          -V, --version   Print version information and exit.
                        """, ""));
    }

    @Test
    void version_namesTheProgramAndTheJvm() {
        CommandRun run = CommandRun.of("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .matches("module-info-docs \\S+\nJVM \\Q" + System.getProperty("java.runtime.version") + "\\E\n");
    }

    @Test
    void errorOfTheJvm_endsWith70AndOneLine() {
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().setErr(new PrintWriter(err));
        line.addSubcommand("fail", new Failing());

        int exitCode = line.execute("fail");

        assertThat(exitCode).isEqualTo(70);
        assertThat(err)
                .hasToString("the JVM gave up (OutOfMemoryError: Java heap space); give it more with -Xmx or -Xss, or"
                        + " leave out what it failed at\n");
    }

    /** Asks for more than there is. */
    @Command(name = "fail")
    private static final class Failing implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new OutOfMemoryError("Java heap space");
        }
    }
}
