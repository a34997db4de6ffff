package dev.layers.internal.snapshot;

import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.List;

/**
 * One jar or exploded directory of a snapshot.
 *
 * @param path the path it was read from
 * @param module the name of the module that it is
 * @param digest SHA-256 of its bytes as lower-case hexadecimal
 * @param signers those who signed every entry; empty if nobody did
 * @param isPartiallySigned whether entries are signed, and nobody signed every entry
 */
public record SnapshotArtifact(
        Path path, String module, String digest, List<CodeSigner> signers, boolean isPartiallySigned) {
    public SnapshotArtifact {
        signers = isPartiallySigned ? List.of() : List.copyOf(signers);
    }
}
