package dev.layers.internal.desired;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds artifacts by what a file calls them: paths from its directory on, and jars of the local Maven repository. */
final class Sources {
    private final Path directory;
    private final Path repository;

    /**
     * Makes one for a file in {@code directory}.
     *
     * @param repository what the file says of the repository, if anything
     * @param properties returns system properties by name
     */
    Sources(Path directory, Optional<Path> repository, Function<String, @Nullable String> properties) {
        this.directory = directory;
        this.repository = repository.orElseGet(() -> standard(directory, properties));
    }

    /**
     * Returns where {@code text} leads.
     *
     * @throws IllegalArgumentException if it leads nowhere
     */
    DesiredSource find(String text) {
        if (!text.startsWith(Coordinates.SCHEME)) {
            return new DesiredSource(text, path(directory, text), Optional.empty());
        }
        Coordinates coordinates = Coordinates.parse(text);
        Path jar = coordinates.in(repository);
        Optional<String> absence = Files.exists(jar) ? Optional.empty() : Optional.of(absent(text, coordinates));
        return new DesiredSource(text, jar, absence);
    }

    private String absent(String text, Coordinates coordinates) {
        return "'" + text + "' is not in the local repository: nothing is at " + coordinates.in(repository) + "; run '"
                + coordinates.command() + "', or name another repository";
    }

    /**
     * Returns {@code text} as a path from {@code directory} on.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Path path(Path directory, String text) {
        try {
            return directory.resolve(text);
        } catch (InvalidPathException invalid) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no path: " + invalid.getReason() + "; wanted a path from " + directory + " on",
                    invalid);
        }
    }

    private static Path standard(Path directory, Function<String, @Nullable String> properties) {
        String named = properties.apply("maven.repo.local");
        if (named != null && !named.isBlank()) {
            return directory.getFileSystem().getPath(named).toAbsolutePath();
        }
        String home = properties.apply("user.home");
        return directory
                .getFileSystem()
                .getPath(home == null ? "" : home, ".m2", "repository")
                .toAbsolutePath();
    }
}
