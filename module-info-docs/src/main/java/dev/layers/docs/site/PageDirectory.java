package dev.layers.docs.site;

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
public record PageDirectory(Path path) {
    /** Writes the pages, removes those that are stale, and returns the removed files. */
    public List<Path> write(Pages pages) throws PageException {
        for (String place : pages.texts().keySet()) {
            refuseForeign(file(place));
        }
        List<Path> stale = new WrittenFiles(path).stale(pages);
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
    public List<Difference> compare(Pages pages) throws PageException {
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<String, String> page : pages.texts().entrySet()) {
            differences.addAll(compare(file(page.getKey()), page.getValue()));
        }
        new WrittenFiles(path).stale(pages).forEach(page -> differences.add(Difference.stale(page)));
        return differences;
    }

    private static List<Difference> compare(Path file, String wanted) throws PageException {
        return Files.exists(file)
                ? Difference.between(file, text(file), new String(bytes(wanted), StandardCharsets.UTF_8))
                : List.of(Difference.missing(file));
    }

    private static void refuseForeign(Path file) throws PageException {
        if (Files.exists(file) && !Mark.isOn(text(file))) {
            throw PageException.foreign(file);
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
            Path staged = staged(page.getKey());
            Files.createDirectories(staged.getParent());
            Files.write(staged, bytes(page.getValue()));
        }
    }

    private void publish(Pages pages) throws IOException {
        for (String place : pages.texts().keySet()) {
            Files.move(staged(place), path.resolve(place), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void discard(Pages pages, IOException reason) {
        for (String place : pages.texts().keySet()) {
            try {
                Files.deleteIfExists(staged(place));
            } catch (IOException failure) {
                reason.addSuppressed(failure);
            }
        }
    }

    private Path file(String place) throws PageException {
        try {
            return path.resolve(place);
        } catch (InvalidPathException failure) {
            throw PageException.unusableName(path, failure);
        }
    }

    private Path staged(String place) {
        Path file = path.resolve(place);
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    /** Half a pair of surrogates becomes a question mark instead of a failure. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
