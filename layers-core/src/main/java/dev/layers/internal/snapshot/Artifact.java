package dev.layers.internal.snapshot;

import java.nio.file.Path;
import java.util.jar.Attributes;

/** One jar or exploded directory, read; the digest is SHA-256 as lower-case hexadecimal. */
record Artifact(Path path, Contents contents, Attributes manifest, String digest, JarSigners signers) {
    /** Returns this artifact, signed. */
    Artifact with(JarSigners verified) {
        return new Artifact(path, contents, manifest, digest, verified);
    }

    /** Gives back what reading keeps at hand; reading goes on to work. */
    void close() {
        contents.close();
    }

    /** Returns the name of the file or directory itself. */
    String fileName() {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }
}
