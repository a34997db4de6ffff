package dev.layers.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a compiled module, the manifest first and the others by name.
 *
 * @param entries the content of each file by its path
 */
record Artifact(Map<String, byte[]> entries) {
    /** The first moment that reads alike in every time zone and by every tool. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final Comparator<String> MANIFEST_FIRST = Comparator.comparing(
                    (String name) -> !name.equals(JarFile.MANIFEST_NAME))
            .thenComparing(Comparator.naturalOrder());

    Artifact {
        Map<String, byte[]> sorted = new TreeMap<>(MANIFEST_FIRST);
        sorted.putAll(entries);
        entries = sorted;
    }

    byte[] jar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(zipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return bytes.toByteArray();
    }

    void writeJar(Path jar) throws IOException {
        Path directory = Files.createDirectories(jar.toAbsolutePath().resolveSibling(""));
        Path sibling = Files.createTempFile(directory, "module-", ".tmp");
        try {
            Files.write(sibling, jar());
            Files.move(sibling, jar, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(sibling);
        }
    }

    void writeDirectory(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            Path file = directory.resolve(entry.getKey());
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, entry.getValue());
        }
    }

    private static ZipEntry zipEntry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        return entry;
    }
}
