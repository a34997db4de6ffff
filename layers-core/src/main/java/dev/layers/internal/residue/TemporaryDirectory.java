package dev.layers.internal.residue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The directory of one generation for files that go with it; made when it is first asked for. */
public final class TemporaryDirectory {
    private final String owner;
    /** Guarded by this, like the flag. */
    private @Nullable Path path;

    private boolean deleted;

    /** Prepares the directory of generation {@code owner}. */
    public TemporaryDirectory(String owner) {
        this.owner = owner;
    }

    /**
     * Returns it; only its owner can read it, where the file system knows owners.
     *
     * @throws IOException if it cannot be made
     * @throws IllegalStateException if it was deleted
     */
    public synchronized Path path() throws IOException {
        if (deleted) {
            throw new IllegalStateException("Module '" + owner + "' is unloaded; its temporary directory was deleted");
        }
        Path made = path == null ? Files.createTempDirectory("layers-" + owner.replace('#', '-') + "-") : path;
        path = made;
        return made;
    }

    /** Deletes it with all that is in it, and makes none from now on; returns what stays, a sentence each. */
    public synchronized List<String> delete() {
        deleted = true;
        if (path == null || Files.notExists(path)) {
            return List.of();
        }
        Deletion deletion = new Deletion();
        try {
            Files.walkFileTree(path, deletion);
        } catch (IOException failure) {
            deletion.failures.add(sentence(path, failure));
        }
        return deletion.failures;
    }

    private static String sentence(Path file, IOException failure) {
        return "temporary file '" + file + "' was not deleted: " + failure;
    }

    /** Deletes whatever it visits; links are deleted, not followed. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        private static final int MOST_FAILURES = 20;

        private final List<String> failures = new ArrayList<>();

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException unreadable) {
            delete(directory);
            return FileVisitResult.CONTINUE;
        }

        private void delete(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException failure) {
                if (failures.size() < MOST_FAILURES) {
                    failures.add(sentence(file, failure));
                }
            }
        }
    }
}
