package dev.layers.docs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs commands as they are run from outside, without a process. */
public final class Commands {
    private Commands() {}

    /** Runs a command that has to succeed. */
    public static void succeed(Object... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        CommandLine line = Main.commandLine().setOut(writer).setErr(writer);
        int exitCode = line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        if (exitCode != 0) {
            throw new IllegalStateException("Exit code " + exitCode + ":\n" + output);
        }
    }
}
