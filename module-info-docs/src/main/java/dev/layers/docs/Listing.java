package dev.layers.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of one directory whose names end alike, sorted. */
record Listing(List<Path> files) {
    static Listing of(Path directory, String ending) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return new Listing(
                    entries.filter(entry -> entry.getFileName().toString().endsWith(ending))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList());
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
