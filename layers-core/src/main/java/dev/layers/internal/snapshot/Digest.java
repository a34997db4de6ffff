package dev.layers.internal.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** SHA-256 in lower-case hexadecimal. */
final class Digest {
    private Digest() {}

    /** Returns what {@code sha256sum} prints for a file of these bytes. */
    static String of(byte[] bytes) {
        return text(sha256().digest(bytes));
    }

    /**
     * Returns a digest that changes with every name and every byte; {@code files} come in a stable order.
     *
     * <p>Only names and digests go into it: bytes of the files themselves could make it that of some archive.
     */
    static String of(Map<String, byte[]> files) {
        MessageDigest digest = sha256();
        files.forEach((name, bytes) -> digest.update(line(name, of(bytes))));
        return text(digest.digest());
    }

    /** Returns the digest of one artifact as it is, of several over their names and digests. */
    static String of(List<Artifact> artifacts) {
        if (artifacts.size() == 1) {
            return artifacts.get(0).digest();
        }
        MessageDigest digest = sha256();
        for (Artifact artifact : artifacts) {
            digest.update(line(artifact.fileName(), artifact.digest()));
        }
        return text(digest.digest());
    }

    private static byte[] line(String name, String digest) {
        return (name + '\0' + digest + '\0').getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java platform has SHA-256", impossible);
        }
    }
}
