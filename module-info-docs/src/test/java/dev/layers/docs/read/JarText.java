package dev.layers.docs.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A jar, entry by entry, whatever stands in them. */
final class JarText {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    static JarText of(Path jar) throws IOException {
        JarText text = new JarText();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.entry(entry.getName(), zip.readAllBytes());
            }
        }
        return text;
    }

    JarText entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    JarText entry(String name, String content) {
        return entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    JarText moved(String from, String to) {
        return entry(to, entries.remove(from));
    }

    byte[] content(String name) {
        return entries.get(name);
    }

    Path at(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        return Files.write(jar, bytes());
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
