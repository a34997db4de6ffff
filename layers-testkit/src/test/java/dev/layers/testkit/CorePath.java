package dev.layers.testkit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is needed on the path to compile against {@code dev.layers.core}, and to run with it. */
public final class CorePath {
    /** The core and what it requires, by a part of the path. */
    private static final List<String> CORE = List.of("layers-core", "jspecify", "jackson-core", "classgraph", "asm");

    private CorePath() {}

    public static Path[] locations() {
        String paths = System.getProperty("java.class.path", "")
                + File.pathSeparator
                + System.getProperty("jdk.module.path", "");
        return Stream.of(paths.split(File.pathSeparator))
                .filter(path -> CORE.stream().anyMatch(path::contains))
                .map(Path::of)
                .distinct()
                .toArray(Path[]::new);
    }

    /** Returns the same as the value of an option. */
    public static String text() {
        return Stream.of(locations()).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
