package dev.layers.docs.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the Markdown pages below a directory.
 *
 * @param modules the name of the directory within it that pages about modules are in, which are none of the guide's
 */
public record GuideReader(Path directory, String modules) {
    static final String ENDING = ".md";

    /**
     * Returns the guide.
     *
     * @throws GuideException if there is none, or a page of it cannot be read
     */
    public Guide read() throws GuideException {
        if (!Files.isDirectory(directory)) {
            throw GuideException.noDirectory(directory);
        }
        List<GuidePage> pages = new ArrayList<>();
        GuideFiles files = new GuideFiles(directory, modules);
        for (Path file : pageFiles()) {
            pages.add(new GuideMarkdown(files, file).page(text(file)));
        }
        if (pages.isEmpty()) {
            throw GuideException.empty(directory);
        }
        return Guide.ordered(pages);
    }

    private Iterable<Path> pageFiles() throws GuideException {
        SortedMap<String, Path> byPlace = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Path file : files()) {
            Path other = byPlace.put(file.toString(), file);
            if (other != null) {
                throw GuideException.twice(other, file);
            }
        }
        return byPlace.values();
    }

    private List<Path> files() throws GuideException {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    boolean isSkipped = isHidden(visited) || visited.equals(directory.resolve(modules));
                    return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isHidden(file) && file.toString().endsWith(ENDING)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw GuideException.unreadable(directory, failure);
        }
        return files.stream().sorted().toList();
    }

    private boolean isHidden(Path path) {
        return !path.equals(directory) && path.getFileName().toString().startsWith(".");
    }

    private static String text(Path file) throws GuideException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw GuideException.unreadable(file, failure);
        }
    }
}
