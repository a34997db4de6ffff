package dev.layers.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The directory that holds the pages, among other files perhaps, which are left alone. */
record PageDirectory(Path path) {
    /** Writes the pages, removes those that are stale, and returns the removed files. */
    List<Path> write(Pages pages) throws PageException {
        for (String name : pages.texts().keySet()) {
            refuseForeign(page(name));
        }
        List<Path> stale = stale(pages);
        try {
            Files.createDirectories(path);
            replace(pages);
            for (Path page : stale) {
                Files.delete(page);
            }
        } catch (IOException failure) {
            throw PageException.unwritable(path, failure);
        }
        return stale;
    }

    /** Returns where the files differ from the pages, writing nothing. */
    List<Difference> compare(Pages pages) throws PageException {
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<String, String> page : pages.texts().entrySet()) {
            differences.addAll(compare(page(page.getKey()), page.getValue()));
        }
        stale(pages).forEach(page -> differences.add(Difference.stale(page)));
        return differences;
    }

    private static List<Difference> compare(Path page, String expected) throws PageException {
        if (!Files.exists(page)) {
            return List.of(Difference.missing(page));
        }
        return LineComparison.differences(expected, text(page)).stream()
                .map(line -> Difference.line(page, line))
                .toList();
    }

    private static void refuseForeign(Path page) throws PageException {
        if (Files.exists(page) && !Pages.isMarked(text(page))) {
            throw PageException.foreign(page);
        }
    }

    private List<Path> stale(Pages pages) throws PageException {
        List<Path> stale = new ArrayList<>();
        for (Path file : markdownFiles()) {
            if (!pages.has(file.getFileName().toString()) && Pages.isMarked(text(file))) {
                stale.add(file);
            }
        }
        return stale;
    }

    private List<Path> markdownFiles() throws PageException {
        if (!Files.exists(path)) {
            return List.of();
        }
        if (!Files.isDirectory(path)) {
            throw PageException.notDirectory(path);
        }
        try {
            return Listing.of(path, ".md").files();
        } catch (IOException failure) {
            throw PageException.unreadable(path, failure);
        }
    }

    private void replace(Pages pages) throws IOException {
        try {
            stage(pages);
            publish(pages);
        } catch (IOException failure) {
            discard(pages, failure);
            throw failure;
        }
    }

    /** Writes every text beside its page first: a full disk is then noticed before any page is replaced. */
    private void stage(Pages pages) throws IOException {
        for (Map.Entry<String, String> page : pages.texts().entrySet()) {
            Files.writeString(staged(page.getKey()), page.getValue());
        }
    }

    private void publish(Pages pages) throws IOException {
        for (String name : pages.texts().keySet()) {
            Files.move(staged(name), path.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void discard(Pages pages, IOException reason) {
        for (String name : pages.texts().keySet()) {
            try {
                Files.deleteIfExists(staged(name));
            } catch (IOException failure) {
                reason.addSuppressed(failure);
            }
        }
    }

    private Path page(String name) throws PageException {
        try {
            return path.resolve(name);
        } catch (InvalidPathException failure) {
            throw PageException.unusableName(path, failure);
        }
    }

    private Path staged(String name) {
        return path.resolve("." + name + ".part");
    }

    /** Bytes that are no UTF-8 become replacement characters, and so a difference. */
    private static String text(Path file) throws PageException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw PageException.unreadable(file, failure);
        }
    }
}
