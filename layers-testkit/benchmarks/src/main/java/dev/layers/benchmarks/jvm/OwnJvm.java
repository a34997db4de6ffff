package dev.layers.benchmarks.jvm;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM of the same version, started for one thing that nothing else in this one is to disturb. */
public final class OwnJvm {
    private OwnJvm() {}

    /**
     * Runs a program to its end, in a heap of a gigabyte, and returns what it printed.
     *
     * @param main its class
     * @param limit how long it may take
     * @param arguments what it takes
     */
    public static String run(Class<?> main, Duration limit, String... arguments)
            throws IOException, InterruptedException {
        return run(List.of("-Xmx1g"), main, limit, arguments);
    }

    /**
     * Runs a program to its end and returns what it printed; its error output, where JDKs warn, is passed on.
     *
     * @param options options of the JVM, also {@code -cp}; without it the class path is that of this JVM
     * @param main its class
     * @param limit how long it may take
     * @param arguments what it takes
     * @throws IllegalStateException if it failed, or has not ended by then
     */
    public static String run(List<String> options, Class<?> main, Duration limit, String... arguments)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(options, main, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> read(process));
        String program = "'" + (main.getSimpleName() + " " + String.join(" ", arguments)).strip() + "'";
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(program + " did not end within " + limit.toSeconds() + " s");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    program + " ended with " + process.exitValue() + " after printing '" + printed.join() + "'");
        }
        return printed.join();
    }

    private static List<String> command(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        } catch (IOException closed) {
            return "";
        }
    }
}
