package dev.layers.internal.snapshot;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that a path stands for, found without reading them.
 *
 * @param path the path
 * @param role what it was named as
 * @param kind what it stands for
 * @param files the files by their names below the path; the name of the path itself is empty
 */
record Listing(Path path, Role role, Kind kind, SortedMap<String, ListedFile> files) {
    /** What a path may stand for. */
    enum Kind {
        JAR,
        DIRECTORY_OF_JARS,
        EXPLODED
    }

    /** Returns the path of the file that is called {@code name} here. */
    Path path(String name) {
        ListedFile file = files.get(name);
        return file == null ? path : file.path();
    }

    /** Returns how {@code later} differs, in words that begin with the first file that does; empty if it is the same. */
    Optional<String> changeTo(Listing later) {
        Stream<String> changed = files.entrySet().stream()
                .map(file -> change(file.getKey(), file.getValue().stamp(), later.files.get(file.getKey())))
                .flatMap(Optional::stream);
        Stream<String> added = later.files.keySet().stream()
                .filter(name -> !files.containsKey(name))
                .map(name -> subject(name) + "was added");
        return Stream.concat(changed, added).findFirst();
    }

    private static Optional<String> change(String name, Stamp before, @Nullable ListedFile after) {
        if (after == null) {
            return Optional.of(subject(name) + "was removed");
        }
        return before.isSame(after.stamp())
                ? Optional.empty()
                : Optional.of(subject(name) + before.changeTo(after.stamp()));
    }

    private static String subject(String name) {
        return name.isEmpty() ? "it " : "'" + name + "' ";
    }
}
