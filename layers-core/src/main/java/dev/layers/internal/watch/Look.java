package dev.layers.internal.watch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One look at what lies at a path; it ends where a bound is passed, since a directory may lie there by mistake. */
final class Look {
    private final Path child;
    private final Stamps stamps;
    private final Terms.Bounds bounds;
    private final Consumer<Place> entering;
    private final SortedMap<String, Stamp> files = new TreeMap<>();
    private Optional<String> special = Optional.empty();
    private int entries;

    Look(Path child, Stamps stamps, Terms.Bounds bounds, Consumer<Place> entering) {
        this.child = child;
        this.stamps = stamps;
        this.bounds = bounds;
        this.entering = entering;
    }

    /** Says that there is more than anybody would load. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge(String what) {
            super(what);
        }
    }

    Sight sight() {
        try {
            return sight(stamps.of(child));
        } catch (NoSuchFileException gone) {
            // of a file below, which the next look finds gone too
            return Files.exists(child) ? Sight.unreadable(files, "'" + gone.getFile() + "' is gone") : Sight.absent();
        } catch (IOException failure) {
            return Sight.unreadable(files, Reason.of(failure));
        } catch (DirectoryIteratorException failure) {
            return Sight.unreadable(files, Reason.of(Objects.requireNonNull(failure.getCause())));
        }
    }

    private Sight sight(Stamps.Seen seen) throws IOException {
        if (seen.isDirectory()) {
            return directory(seen);
        }
        files.put("", seen.stamp());
        return seen.isFile() ? Sight.of(Sight.Kind.JAR, files) : Sight.unreadable(files, "it is no regular file");
    }

    private Sight directory(Stamps.Seen seen) throws IOException {
        if (Files.exists(child.resolve("module-info.class"))
                || Files.isDirectory(child.resolve("META-INF").resolve("services"))) {
            walk(child, seen.stamp(), "");
            return whole(Sight.Kind.EXPLODED);
        }
        for (Path jar : list(child, seen.stamp())) {
            Stamps.Seen found = stamps.of(jar, LinkOption.NOFOLLOW_LINKS);
            if (!found.isDirectory()) {
                add(name(jar), found);
            }
        }
        return files.isEmpty() ? Sight.other() : whole(Sight.Kind.DIRECTORY_OF_JARS);
    }

    private List<Path> list(Path directory, Stamp stamp) throws IOException {
        entering.accept(Place.of(child, directory, stamp.key()));
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> paths =
                Files.newDirectoryStream(directory, path -> name(path).endsWith(".jar"))) {
            for (Path path : paths) {
                count();
                found.add(path);
            }
        }
        return found;
    }

    private void walk(Path directory, Stamp stamp, String prefix) throws IOException {
        if (directory.getNameCount() - child.getNameCount() > bounds.depth()) {
            throw new TooLarge("it is deeper than " + bounds.depth() + " names");
        }
        entering.accept(Place.of(child, directory, stamp.key()));
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
            for (Path path : paths) {
                count();
                visit(path, prefix + name(path));
            }
        }
    }

    private void visit(Path path, String name) throws IOException {
        Stamps.Seen seen = stamps.of(path, LinkOption.NOFOLLOW_LINKS);
        if (seen.isDirectory()) {
            walk(path, seen.stamp(), name + "/");
        } else {
            add(name, seen);
        }
    }

    /** A link is not loaded, and a pipe would never end. */
    private void add(String name, Stamps.Seen seen) {
        files.put(name, seen.stamp());
        if (!seen.isFile()) {
            special = Optional.of(name);
        }
    }

    private Sight whole(Sight.Kind kind) {
        return special.map(name -> Sight.unreadable(files, "'" + name + "' is no regular file"))
                .orElseGet(() -> Sight.of(kind, files));
    }

    private void count() throws TooLarge {
        if (++entries > bounds.entries()) {
            throw new TooLarge("it has more than " + bounds.entries() + " entries");
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
