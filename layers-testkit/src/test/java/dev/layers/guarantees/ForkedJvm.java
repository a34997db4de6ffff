package dev.layers.guarantees;

import dev.layers.testkit.CorePath;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM of its own, with flags of its own, for a host on the class path.
 *
 * @param directory where its output goes
 * @param contractJar the contract of the host
 */
record ForkedJvm(Path directory, Path contractJar) {
    /** Far beyond what any host takes: the limit is there for one that hangs. */
    private static final long MINUTES = Long.getLong("layers.fork.minutes", 15);

    /** Returns whether a JVM starts with {@code flags}: not every one has every collector. */
    boolean starts(String... flags) throws Exception {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(Arrays.asList(flags));
        command.add("-version");
        Process process = start(command, directory.resolve("version.txt"));
        return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    /** Runs {@code main} to its end and returns the lines it printed. */
    List<String> run(Class<?> main, List<String> flags, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        Path output = directory.resolve(main.getSimpleName() + ".txt");
        Process process = start(command, output);
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(output);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(
                    String.join(" ", command) + (ended ? " failed:\n" : " did not end:\n") + String.join("\n", lines));
        }
        return lines;
    }

    private static Process start(List<String> command, Path output) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The test classes are patched into a module, where a class's code source does not lead to them. */
    private String classPath() throws Exception {
        URI own = ForkedJvm.class.getResource("ForkedJvm.class").toURI();
        Path tests = Path.of(own).resolve("../../../..").normalize();
        return Stream.concat(Stream.of(tests, contractJar), Stream.of(CorePath.locations()))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns the line that begins with {@code start}, without that. */
    static String after(String start, List<String> lines) {
        Optional<String> found =
                lines.stream().filter(line -> line.startsWith(start)).findFirst();
        return found.orElseThrow(() -> new AssertionError("No line '" + start + "' in\n" + String.join("\n", lines)))
                .substring(start.length());
    }
}
