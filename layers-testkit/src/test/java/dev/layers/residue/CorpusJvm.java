package dev.layers.residue;

import dev.layers.LayerManager;
import dev.layers.testkit.CorePath;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM of its own that runs modules: leaks and changed defaults stay in there.
 *
 * @param directory where its lists and output go
 * @param name the name of its files
 */
record CorpusJvm(Path directory, String name) {
    private static final long MINUTES = 4;

    /** Runs {@code main} over {@code jobs} and returns what it wrote of each, by name. */
    Map<String, Outcome> run(Class<?> main, BotContract contract, List<Job> jobs) throws Exception {
        Path list = Files.write(file("jobs"), jobs.stream().map(Job::line).toList());
        Path outcomes = file("outcomes");
        List<String> command = command(main);
        Stream.of(contract.jar(), list, outcomes).map(Path::toString).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file("output").toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command)
                    + (ended ? " failed:\n" : " did not end:\n")
                    + Files.readString(file("output")));
        }
        return Files.readAllLines(outcomes).stream()
                .map(Outcome::of)
                .collect(Collectors.toMap(Outcome::name, Function.identity()));
    }

    private Path file(String kind) {
        return directory.resolve(name + "." + kind);
    }

    private static List<String> command(Class<?> main) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4"));
        String core = path(Stream.of(CorePath.locations()));
        if (LayerManager.class.getModule().isNamed()) {
            command.addAll(List.of("-p", core, "--add-modules", "dev.layers.core", "-cp", tests().toString()));
        } else {
            command.addAll(List.of("-cp", tests() + File.pathSeparator + core));
        }
        command.add(main.getName());
        return command;
    }

    private static String path(Stream<Path> locations) {
        return locations.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** The test classes are patched into a module, where a class's code source does not lead to them. */
    private static Path tests() throws Exception {
        URI own = CorpusJvm.class.getResource("CorpusJvm.class").toURI();
        return Path.of(own).resolve("../../../..").normalize();
    }
}
