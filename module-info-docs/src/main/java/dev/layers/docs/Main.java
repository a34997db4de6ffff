package dev.layers.docs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line. Exits with 0 when done, 1 when pages differ, 2 when input cannot be read or pages cannot be written,
 * 64 when called wrongly, 70 on a defect of its own.
 *
 * @since 0.1
 */
@Command(
        name = "module-info-docs",
        description = "Documents modules from their descriptors; none of their code is loaded.",
        scope = ScopeType.INHERIT,
        exitCodeOnInvalidInput = Main.WRONG_CALL,
        exitCodeOnExecutionException = Main.DEFECT)
public final class Main {
    static final int DONE = 0;
    static final int DIFFERS = 1;
    static final int UNUSABLE = 2;
    static final int WRONG_CALL = 64;
    static final int DEFECT = 70;

    private static final String PATHS = "A jar, an exploded module or a directory of jars.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // set, and acted on, by the parser
    private boolean help;

    private Main() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments a command, {@code write} or {@code check}, and its options and paths
     */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
    }

    @Command(name = "write", description = "Writes a page for each module, and an overview.")
    int write(
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the pages go.") Path out,
            @Parameters(arity = "1..*", paramLabel = "PATH", description = PATHS) List<Path> paths)
            throws DocsException {
        Pages pages = pages(paths);
        List<Path> removed = new PageDirectory(out).write(pages);
        print(out + ": " + pages.texts().size() + " pages written");
        removed.forEach(page -> print(page + ": removed, no such module was given"));
        return DONE;
    }

    @Command(name = "check", description = "Compares the pages with what would be written, and writes nothing.")
    int check(
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the pages are.")
                    Path out,
            @Parameters(arity = "1..*", paramLabel = "PATH", description = PATHS) List<Path> paths)
            throws DocsException {
        Pages pages = pages(paths);
        List<Difference> differences = new PageDirectory(out).compare(pages);
        if (differences.isEmpty()) {
            print(out + ": " + pages.texts().size() + " pages are up to date");
            return DONE;
        }
        differences.forEach(difference -> print(difference.text()));
        print(out + ": not up to date; run 'module-info-docs write' with the same paths");
        return DIFFERS;
    }

    private static Pages pages(List<Path> paths) throws DocsException {
        return Pages.of(Documentation.of(Artifacts.at(paths).descriptors()));
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    /** Tells the user what is wrong with the input; anything else is a defect and keeps its stack trace. */
    private static int explain(Exception failure, CommandLine commandLine, ParseResult parsed) throws Exception {
        if (failure instanceof DocsException) {
            commandLine.getErr().println(failure.getMessage());
            commandLine.getErr().flush();
            return UNUSABLE;
        }
        throw failure;
    }
}
