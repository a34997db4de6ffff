package dev.layers.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own for a part of a measurement, of the same version and with the same class path. */
public final class Jvm {
    private Jvm() {}

    /**
     * Runs a class until it ends.
     *
     * @param options options of the JVM
     * @param main the class
     * @param arguments its arguments
     * @return the lines that it printed; those of its error output, where JDKs warn, are passed on
     * @throws IllegalStateException if it failed
     */
    public static List<String> run(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue() + ":\n" + printed);
        }
        return printed.lines().toList();
    }
}
