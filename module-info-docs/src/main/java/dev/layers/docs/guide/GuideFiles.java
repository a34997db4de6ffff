package dev.layers.docs.guide;

import dev.layers.docs.render.Href;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files of a guide are, and where its pages will be.
 *
 * @param modules the name of the directory within it that pages about modules are in
 */
record GuideFiles(Path directory, String modules) {
    /** Returns the place that the page of a file will have. */
    String place(Path file) {
        return html(slashed(absolute(directory).relativize(absolute(file))));
    }

    /** Returns the file that {@code path} means on a page, whether there is one or not. */
    static Optional<Path> target(Path page, String path) {
        try {
            return Optional.of(page.resolveSibling(path).normalize());
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** Returns the file of the page that links to {@code file} mean, if it is to be a page here. */
    Optional<Path> page(Path file) {
        Path page = Files.isDirectory(file) ? file.resolve("index" + GuideReader.ENDING) : file;
        return isWithin(page) && page.toString().endsWith(GuideReader.ENDING) ? Optional.of(page) : Optional.empty();
    }

    boolean isWithin(Path file) {
        return absolute(file).startsWith(absolute(directory));
    }

    /** Returns how a file that is no page is called: as seen from where the guide lies, if it is below that. */
    Optional<String> name(Path file) {
        Path home = absolute(directory).getParent();
        return home != null && absolute(file).startsWith(home)
                ? Optional.of(slashed(home.relativize(absolute(file))))
                : Optional.empty();
    }

    /** Returns what leads from the page of a file to that of another. */
    String href(Path from, Path page, String anchor) {
        return Href.between(place(from), place(page), anchor);
    }

    static String html(String markdown) {
        return markdown.substring(0, markdown.length() - GuideReader.ENDING.length()) + ".html";
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
