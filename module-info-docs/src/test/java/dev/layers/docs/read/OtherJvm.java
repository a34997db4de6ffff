package dev.layers.docs.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** A JVM like this one, of which everything it prints is known. */
final class OtherJvm {
    private static final long MINUTES = 3;

    private final Path directory;

    private OtherJvm(Path directory) {
        this.directory = directory;
    }

    static OtherJvm in(Path directory) {
        return new OtherJvm(directory);
    }

    /** Returns the class path that the reader and a main class need. */
    static String ownPath(Class<?> mainClass) {
        return Stream.of(ModuleReader.class, mainClass, ClassReader.class)
                .map(OtherJvm::place)
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    String run(List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(arguments));
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(output);
        assertThat(ended).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException failure) {
            throw new AssertionError(failure);
        }
    }
}
