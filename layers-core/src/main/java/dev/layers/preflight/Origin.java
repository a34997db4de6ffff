package dev.layers.preflight;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Where a module came from, as far as bytes and signatures tell.
 *
 * @param artifact the path it was read from; of a module that is linked into the host, the URL of where it lies
 * @param digest SHA-256 of the bytes, in lower-case hexadecimal: for a single jar that of the file, else over the names
 *     and digests of all artifacts; empty if they could not be read, or the module is
 *     linked into the host
 * @param signers the subjects of the certificates that every entry of every artifact is signed with, in the form of
 *     RFC 2253, sorted; empty if nobody signed all of it. Anybody can take any name: a {@code TrustPolicy} tells
 *     whether a certificate is the one that the host knows
 * @since 0.1
 */
public record Origin(String artifact, String digest, List<String> signers) implements Serializable {
    private static final int SHORT = 12;

    /** Checks the components. */
    public Origin {
        Objects.requireNonNull(artifact, "artifact");
        Objects.requireNonNull(digest, "digest");
        signers = List.copyOf(signers);
    }

    /**
     * Returns as much of the digest as tells one build from another at a glance.
     *
     * @return the first twelve digits, empty if there is no digest
     */
    public String shortDigest() {
        return digest.substring(0, Math.min(SHORT, digest.length()));
    }
}
