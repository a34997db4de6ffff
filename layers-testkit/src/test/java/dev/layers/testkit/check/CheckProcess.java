package dev.layers.testkit.check;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a run of the jar came to, as a user sees it. */
record CheckProcess(int exitCode, String out, String error) {
    private static final Path JAR = Path.of(System.getProperty("basedir", ""), "target", "layers-check.jar")
            .toAbsolutePath();

    /** JVMs that live for a second do not repay the second compiler what it takes. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    /** Runs the jar in {@code directory} with {@code options} for the JVM. */
    static CheckProcess run(Path directory, List<String> options, String... arguments) throws Exception {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path error = Files.createTempFile(directory, "error", ".txt");
        Process process = builder(directory, options, List.of(arguments))
                .redirectOutput(out.toFile())
                .redirectError(error.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(List.of(arguments) + " did not end:\n" + Files.readString(error));
        }
        return new CheckProcess(process.exitValue(), text(out), text(error));
    }

    /** Returns what runs the jar in {@code directory}. */
    static ProcessBuilder builder(Path directory, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(QUICK);
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
        return builder;
    }

    private static String text(Path file) throws Exception {
        return Files.readString(file, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
