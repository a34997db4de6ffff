package dev.layers.docs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What a command ended with and printed, line ends being those of Unix. */
record CommandRun(int exitCode, String out, String err) {
    static CommandRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode =
                commandLine.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new CommandRun(exitCode, normalized(out), normalized(err));
    }

    /** Returns the places of the files that were written, as a command names them. */
    static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        }
    }

    private static String normalized(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
