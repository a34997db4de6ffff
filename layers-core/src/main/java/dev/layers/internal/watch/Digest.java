package dev.layers.internal.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** SHA-256 over names and bytes in lower-case hexadecimal; a reason where they cannot be read. */
final class Digest {
    private static final int BUFFER = 64 * 1024;

    private Digest() {}

    static String of(Path child, Sight sight, Terms.Bounds bounds) {
        long bytes = sight.files().values().stream().mapToLong(Stamp::size).sum();
        if (sight.kind() == Sight.Kind.UNREADABLE) {
            return sight.note();
        }
        if (bytes > bounds.bytes()) {
            // whoever loads it says that it is too large, and once
            return "it has more than " + bounds.bytes() + " bytes";
        }
        try {
            return of(child, sight);
        } catch (IOException failure) {
            return "it cannot be read: " + Reason.of(failure);
        }
    }

    private static String of(Path child, Sight sight) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String name : sight.files().keySet()) {
            digests.put(name, file(name.isEmpty() ? child : child.resolve(name)));
        }
        boolean isOneJar = digests.size() == 1 && sight.kind() != Sight.Kind.EXPLODED;
        return isOneJar ? digests.values().iterator().next() : all(digests);
    }

    private static String all(SortedMap<String, String> digests) {
        MessageDigest digest = sha256();
        digests.forEach((name, file) -> digest.update((name + '\0' + file + '\0').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String file(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java platform has SHA-256", impossible);
        }
    }
}
