package dev.layers.testkit.leaks;

import dev.layers.LayerManager;
import dev.layers.testkit.CorePath;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A JVM of its own for the catalogue; {@code directory} has the jars and gets all else. */
record LeakJvm(Path directory) {
    private static final long MINUTES = 4;

    /** Compiles what runs on this JDK. */
    static LeakJvm compile(Path directory) throws Exception {
        for (Leak leak : Leak.forThisJdk()) {
            leak.source().toJar(directory.resolve("jars").resolve(leak.name() + ".jar"));
        }
        return new LeakJvm(directory);
    }

    /** Runs {@code main} over all jars; returns its lines without their first words, by those. */
    Map<String, String> run(Class<?> main, String kind, String... flags) throws Exception {
        Path own = Files.createDirectories(directory.resolve(main.getSimpleName() + kind));
        Path temporary = Files.createDirectories(own.resolve("tmp"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(flags));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-Djava.io.tmpdir=" + temporary));
        command.addAll(List.of("-Djava.util.prefs.userRoot=" + own, "-cp", classPath(), main.getName()));
        command.addAll(List.of(
                directory.resolve("jars").toString(), own.resolve("lines").toString(), kind));
        run(command, own.resolve("output"));
        return Files.readAllLines(own.resolve("lines")).stream()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }

    private static void run(List<String> command, Path output) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + Files.readString(output));
        }
    }

    private static String classPath() throws Exception {
        URI own = LeakJvm.class.getResource("LeakJvm.class").toURI();
        Path tests = Path.of(own).resolve("../../../../..").normalize();
        return tests + File.pathSeparator + CorePath.text();
    }

    /** Whether the catalogue is run without Layers too: that does not depend on where the tests are. */
    static boolean isForBare() {
        return LayerManager.class.getModule().isNamed();
    }
}
