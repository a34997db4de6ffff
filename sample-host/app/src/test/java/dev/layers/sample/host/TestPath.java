package dev.layers.sample.host;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds what the tests themselves run with, for modules that are compiled in them. */
final class TestPath {
    private TestPath() {}

    /** Returns the artifact that has {@code type}. */
    static Path of(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Returns the artifact whose path contains {@code name}. */
    static Path of(String name) {
        String paths =
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path");
        return Stream.of(paths.split(File.pathSeparator))
                .filter(path -> path.contains(name))
                .map(Path::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No '" + name + "' on " + paths));
    }
}
