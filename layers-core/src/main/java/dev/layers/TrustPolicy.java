package dev.layers;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which artifacts may be loaded. It is asked for every jar and directory of a module, its private libraries included,
 * right after they are read, and refuses what it cannot tell; of what it refuses nothing else is looked at.
 *
 * @since 0.1
 */
public sealed interface TrustPolicy {
    /**
     * Returns the policy that trusts whatever is there.
     *
     * @return the default policy
     */
    static TrustPolicy anything() {
        return new Anything();
    }

    /**
     * Returns the policy that trusts artifacts of the given digests: each artifact must have one of them, or all together
     * the one that {@link dev.layers.preflight.Origin#digest()} tells. No digests trust nothing.
     *
     * @param digests SHA-256 in hexadecimal, as {@code sha256sum} prints it
     * @return the policy
     * @throws IllegalArgumentException if one is not of 64 hexadecimal digits
     */
    static TrustPolicy digests(String... digests) {
        return new Digests(Set.copyOf(List.of(digests)));
    }

    /**
     * Returns the policy that trusts jars whose every entry is signed with one of the given certificates. That a
     * certificate was issued by one of them is not enough: the chain comes with the jar, and the JDK does not validate
     * it. The certificate must be valid now: a timestamp of the signature does not count, since its authority comes with the
     * jar too. Of several signers one such is enough. Directories of classes cannot be signed.
     *
     * @param certificates the certificates of the signers themselves
     * @return the policy
     */
    static TrustPolicy signedBy(X509Certificate... certificates) {
        return new SignedBy(Set.copyOf(List.of(certificates)));
    }

    /**
     * Trusts whatever is there.
     *
     * @since 0.1
     */
    record Anything() implements TrustPolicy {}

    /**
     * Trusts by digest.
     *
     * @param digests SHA-256 in lower-case hexadecimal
     * @since 0.1
     */
    record Digests(Set<String> digests) implements TrustPolicy {
        /**
         * Checks the component.
         *
         * @throws IllegalArgumentException if a digest is not of 64 hexadecimal digits
         */
        public Digests {
            for (String digest : digests) {
                if (!digest.matches("[0-9a-fA-F]{64}")) {
                    throw new IllegalArgumentException(
                            "Trust policy: '" + digest + "'; wanted SHA-256 in 64 hexadecimal digits");
                }
            }
            digests = digests.stream()
                    .map(digest -> digest.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * Trusts by signer.
     *
     * @param certificates the certificates of the signers themselves
     * @since 0.1
     */
    record SignedBy(Set<X509Certificate> certificates) implements TrustPolicy {
        /** Checks the component. */
        public SignedBy {
            certificates = Set.copyOf(certificates);
        }
    }
}
