package dev.layers.residue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A module to run in a JVM of its own; a line of the list that such a JVM is given.
 *
 * @param name the name of the row and of the module
 * @param isHarmless whether it leaves nothing in the end
 */
record Job(String name, Row.Driver driver, boolean isHarmless, Path jar, List<Path> libraries) {
    String line() {
        List<String> paths = Stream.concat(Stream.of(jar), libraries.stream())
                .map(Path::toString)
                .toList();
        return name + "\t" + driver + "\t" + isHarmless + "\t" + String.join(File.pathSeparator, paths);
    }

    static List<Job> read(Path list) throws IOException {
        return Files.readAllLines(list).stream().map(Job::of).toList();
    }

    private static Job of(String line) {
        String[] parts = line.split("\t");
        List<Path> paths =
                Stream.of(parts[3].split(File.pathSeparator)).map(Path::of).toList();
        return new Job(
                parts[0],
                Row.Driver.valueOf(parts[1]),
                Boolean.parseBoolean(parts[2]),
                paths.get(0),
                paths.subList(1, paths.size()));
    }
}
