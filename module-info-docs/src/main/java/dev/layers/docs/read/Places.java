package dev.layers.docs.read;

import dev.layers.docs.Reasons;
import dev.layers.docs.model.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.FindException;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What lies at some paths: modules, jars of sources, and what is neither although it should be. */
final class Places {
    private static final String JAR = ".jar";
    private static final String SOURCES = "-sources.jar";
    private static final String REST = "; build it again or leave it out";

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Path> sources = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    private Places() {}

    /** Looks at every path, at the jars of the directories among them too, before anything is opened. */
    static Places at(List<Path> paths) throws ArtifactException {
        Places places = new Places();
        for (Path path : paths) {
            places.add(path);
        }
        return places;
    }

    /** Opens what may be a module, in the order of the paths, those of a directory by their names. */
    List<Opened> opened() {
        return candidates.parallelStream().map(Candidate::open).toList();
    }

    List<Path> sources() {
        return sources;
    }

    List<Trouble> troubles() {
        return troubles;
    }

    private void add(Path path) throws ArtifactException {
        if (!Files.exists(path)) {
            throw ArtifactException.missing(path);
        }
        if (Files.isDirectory(path)) {
            addDirectory(path);
        } else if (path.toString().endsWith(JAR)) {
            addJar(path);
        } else {
            throw ArtifactException.notJar(path);
        }
    }

    private void addDirectory(Path directory) {
        if (Modules.isExploded(directory)) {
            addModule(directory, () -> Modules.ofExploded(directory));
            return;
        }
        try {
            addEntries(directory);
        } catch (IOException failure) {
            troubles.add(new Trouble(
                    directory.toString(), "not listed (" + Reasons.of(failure) + "); make the directory readable"));
        }
    }

    private void addEntries(Path directory) throws IOException {
        List<Path> entries = entries(directory);
        if (!entries.isEmpty()) {
            entries.forEach(this::addEntry);
        } else if (Modules.hasClasses(directory)) {
            addModule(directory, () -> Modules.ofClasses(directory));
        } else {
            troubles.add(new Trouble(
                    directory.toString(),
                    "no module-info.class, no jar and no class in it; name a jar, a directory of classes or a directory of"
                            + " jars"));
        }
    }

    /** Returns what a module path would take of the directory. */
    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> entry.toString().endsWith(JAR) || Modules.isExploded(entry))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private void addEntry(Path entry) {
        if (Modules.isExploded(entry)) {
            addModule(entry, () -> Modules.ofExploded(entry));
        } else {
            addJar(entry);
        }
    }

    private void addJar(Path jar) {
        if (!Files.isRegularFile(jar)) {
            troubles.add(new Trouble(jar.toString(), "no file, although it is called a jar" + REST));
        } else if (jar.toString().endsWith(SOURCES)) {
            sources.add(jar);
        } else {
            addModule(jar, () -> Modules.ofJar(jar));
        }
    }

    private void addModule(Path path, Finding finding) {
        candidates.add(new Candidate(path.toString(), finding));
    }

    private interface Finding {
        ModuleReference find() throws IOException;
    }

    /** A module, or why there is none. */
    record Opened(Optional<Found> module, Optional<Trouble> trouble) {}

    private record Candidate(String place, Finding finding) {
        Opened open() {
            try {
                return new Opened(Optional.of(new Found(place, finding.find())), Optional.empty());
            } catch (IOException | FindException | IllegalArgumentException | SecurityException failure) {
                String found = "no module can be read (" + Reasons.of(failure) + ")" + REST;
                return new Opened(Optional.empty(), Optional.of(new Trouble(place, found)));
            }
        }
    }
}
