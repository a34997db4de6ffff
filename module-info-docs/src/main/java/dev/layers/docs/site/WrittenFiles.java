package dev.layers.docs.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files below a directory that were written into it here; those of a directory within it are not meant. */
record WrittenFiles(Path directory) {
    private static final int BEGINNING = 4096;

    /** Returns the files that are no page any more, of the kinds that the pages have. */
    List<Path> stale(Pages pages) throws PageException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        if (!Files.isDirectory(directory)) {
            throw PageException.notDirectory(directory);
        }
        Set<String> endings = new HashSet<>();
        pages.texts().keySet().forEach(place -> endings.add(ending(place)));
        try {
            List<Path> stale = new ArrayList<>();
            for (Path file : files()) {
                if (endings.contains(ending(place(file))) && !pages.has(place(file)) && isWritten(file)) {
                    stale.add(file);
                }
            }
            return stale;
        } catch (IOException failure) {
            throw PageException.unreadable(directory, failure);
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            // What may not be looked into was not written here.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        return files;
    }

    private boolean isWritten(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            String beginning = new String(bytes.readNBytes(BEGINNING), StandardCharsets.UTF_8);
            return Mark.isOn(beginning, place(file));
        }
    }

    private String place(Path file) {
        return directory
                .relativize(file)
                .toString()
                .replace(file.getFileSystem().getSeparator(), "/");
    }

    private static String ending(String place) {
        return place.substring(place.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
