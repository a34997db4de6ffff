package dev.layers.docs;

import dev.layers.docs.model.Trouble;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command says what it came to, as text or as one JSON document. */
final class Output {
    static final String JSON = "--json";

    /** What a terminal would act on, or what would turn the order of letters around. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}&&[^\\t]]");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = JSON, description = "Prints one JSON document instead of text; messages go to standard error.")
    private boolean isJson;

    /** Prints the outcome, and what could not be read; returns what the process ends with. */
    int print(Outcome outcome, List<Trouble> troubles) {
        ExitCode exitCode = troubles.isEmpty() ? outcome.exitCode() : ExitCode.UNUSABLE;
        CommandLine line = command.commandLine();
        List<String> lines =
                isJson ? List.of(JsonDocument.of(command.name(), outcome, exitCode, troubles)) : outcome.lines();
        printAll(line.getOut(), lines);
        printAll(
                line.getErr(),
                troubles.stream()
                        .map(trouble -> trouble.place() + ": " + trouble.found())
                        .toList());
        return exitCode.number();
    }

    /** Prints why the command came to nothing, and returns what the process ends with. */
    static int fail(CommandLine command, String message) {
        printAll(command.getErr(), List.of(message));
        if (command.getParseResult().hasMatchedOption(JSON)) {
            printAll(
                    command.getOut(),
                    List.of(JsonDocument.ofFailure(command.getCommandName(), ExitCode.UNUSABLE, message)));
        }
        return ExitCode.UNUSABLE.number();
    }

    /** Prints on one line what the JVM could not do, and returns what the process ends with. */
    static int breakDown(CommandLine command, Error failure) {
        String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        printAll(
                command.getErr(),
                List.of("the JVM gave up (" + failure.getClass().getSimpleName() + message.replaceAll("\\R.*", "")
                        + "); give it more with -Xmx or -Xss, or leave out what it failed at"));
        return ExitCode.DEFECT.number();
    }

    private static void printAll(PrintWriter writer, List<String> texts) {
        texts.stream().flatMap(String::lines).map(Output::printable).forEach(writer::println);
        writer.flush();
    }

    private static String printable(String line) {
        return UNPRINTABLE
                .matcher(line)
                .replaceAll(match -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) match.group().charAt(0)));
    }
}
