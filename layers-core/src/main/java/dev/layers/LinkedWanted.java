package dev.layers;

import dev.layers.internal.layer.LinkedModules;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is wanted of linked modules: they stand for artifacts by their names, and have no bytes. */
final class LinkedWanted {
    /** What never changes needs no digest to be told from another. */
    private static final String UNCHANGING = "linked";

    private LinkedWanted() {}

    /** Returns that all of {@code modules} are wanted. */
    static List<Wanted> all(LinkedModules modules) {
        return modules.all().stream()
                .map(linked -> Wanted.of(path(linked.name()), linked.location()))
                .toList();
    }

    /** Returns {@code wanted}, whatever is at its source, and whether or not anything is. */
    static Wanted named(Wanted wanted) {
        return wanted.expected()
                .module()
                .map(name -> new Wanted(
                        new Source(wanted.source().options(), path(name), List.of()),
                        wanted.shown(),
                        Wanted.Expected.anything(),
                        Wanted.Look.READ))
                .orElse(wanted);
    }

    /** Returns all of {@code modules} as artifacts of a directory that never changes. */
    static SortedMap<Path, String> artifacts(LinkedModules modules) {
        SortedMap<Path, String> artifacts = new TreeMap<>();
        modules.all().forEach(linked -> artifacts.put(path(linked.name()), UNCHANGING));
        return artifacts;
    }

    /** Returns the name of the linked module that {@code artifact} stands for, if it is one of those made here. */
    static Optional<String> name(Path artifact) {
        return artifact.getFileSystem().equals(runTime())
                ? Optional.of(String.valueOf(artifact.getFileName()))
                : Optional.empty();
    }

    /** No file that anybody puts anywhere is there, so the name alone counts. */
    private static Path path(String name) {
        return runTime().getPath(name);
    }

    private static FileSystem runTime() {
        return FileSystems.getFileSystem(URI.create("jrt:/"));
    }
}
