package dev.layers.docs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/**
 * The command line.
 *
 * @since 0.1
 */
@Command(
        name = "module-info-docs",
        description = "Documents compiled modules, their services and contracts; none of their code is loaded.",
        subcommands = {WriteCommand.class, CheckCommand.class, GraphCommand.class, DiffCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:differs: committed pages are not up to date, or a change breaks others",
            "2:input could not be read, or output not be written",
            "64:the command line is wrong",
            "70:a defect of this program"
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private static final String UNPRINTED =
            "standard output: not all could be written; make room for it, or name a file";

    private Main() {}

    /**
     * Runs a command and ends the process with its exit code: 0 when done, 1 when something differs, 2 when input cannot
     * be read or output cannot be written, 64 when called wrongly, 70 on a defect of its own.
     *
     * @param arguments a command, its options and its paths
     */
    public static void main(String... arguments) {
        // Pictures and pages are UTF-8 whatever the machine speaks.
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.exit(commandLine().setOut(out).execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler(Main::explain)
                .setExecutionStrategy(Main::run)
                .setCaseInsensitiveEnumValuesAllowed(true);
        setExitCodes(line);
        return line;
    }

    private static void setExitCodes(CommandLine line) {
        line.getCommandSpec()
                .exitCodeOnInvalidInput(ExitCode.WRONG_CALL.number())
                .exitCodeOnExecutionException(ExitCode.DEFECT.number());
        line.getSubcommands().values().forEach(Main::setExitCodes);
    }

    /** Runs the command so that whatever becomes of it is told by the exit code. */
    private static int run(ParseResult parsed) {
        CommandLine command = parsed.commandSpec().commandLine();
        try {
            int exitCode = new CommandLine.RunLast().execute(parsed);
            return command.getOut().checkError() ? Output.fail(command, UNPRINTED) : exitCode;
        } catch (Error failure) { // the JVM would end with 1, which means that something differs
            return Output.breakDown(command, failure);
        }
    }

    /** Tells the user what is wrong with the input; anything else is a defect and keeps its stack trace. */
    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof DocsException explained) {
            return Output.fail(command, explained.getMessage());
        }
        throw failure;
    }
}
