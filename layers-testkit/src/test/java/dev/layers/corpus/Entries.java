package dev.layers.corpus;

import dev.layers.testkit.ModuleSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The entries of a jar, to write another with; every change returns new ones. */
final class Entries {
    private final Map<String, byte[]> entries;

    private Entries(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    static Entries of(ModuleSource source) throws IOException {
        return of(source.bytes());
    }

    static Entries of(byte[] jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new Entries(entries);
    }

    byte[] of(String name) {
        return entries.get(name).clone();
    }

    Entries with(String name, byte[] bytes) {
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        all.put(name, bytes);
        return new Entries(all);
    }

    Entries with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Entries with(Map<String, byte[]> more) {
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        all.putAll(more);
        return new Entries(all);
    }

    Entries without(String name) {
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        all.remove(name);
        return new Entries(all);
    }

    /** Returns an archive of them, deflated, with data descriptors. */
    byte[] deflated() throws IOException {
        return archive(ZipEntry.DEFLATED);
    }

    byte[] stored() throws IOException {
        return archive(ZipEntry.STORED);
    }

    Path writeTo(Path jar) throws IOException {
        return Files.write(jar, deflated());
    }

    private byte[] archive(int method) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(header(entry.getKey(), entry.getValue(), method));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static ZipEntry header(String name, byte[] bytes, int method) {
        ZipEntry header = new ZipEntry(name);
        if (method == ZipEntry.STORED) {
            CRC32 sum = new CRC32();
            sum.update(bytes);
            header.setMethod(method);
            header.setSize(bytes.length);
            header.setCrc(sum.getValue());
        }
        return header;
    }
}
