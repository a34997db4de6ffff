package dev.layers.testkit.check;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command of the testkit's jar, which has its work in subcommands. */
@Command(
        name = "layers-check",
        description = "Asserts clean unloads of plug-ins.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 2)
final class LayersCommand {
    private final PrintStream error;

    private LayersCommand(PrintStream error) {
        this.error = error;
    }

    /** Runs the command; returns what the process ends with. */
    static int run(PrintStream out, PrintStream error, String... arguments) {
        LayersCommand command = new LayersCommand(error);
        CommandLine line = new CommandLine(command).addSubcommand(new CheckCommand(out, error));
        line.setOut(writer(out)).setErr(writer(error));
        line.setParameterExceptionHandler((wrong, given) -> command.wrong(wrong));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> command.failed(failure));
        return line.execute(arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }

    private int wrong(ParameterException wrong) {
        String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
        error.println("Command line: " + wrong.getMessage() + "; see " + name + " --help");
        return ExitCode.USAGE.number();
    }

    private int failed(Exception failure) {
        if (failure instanceof UsageException wrong) {
            error.println(wrong.getMessage());
            return ExitCode.USAGE.number();
        }
        error.println("The check itself failed, so nothing is known of the plug-in; report this:");
        failure.printStackTrace(error);
        return ExitCode.UNKNOWN.number();
    }
}
