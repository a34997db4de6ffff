package dev.layers;

import dev.layers.internal.snapshot.SnapshotArtifact;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges by the host's policy what was read; what it cannot tell it refuses. */
final class Trust {
    private final TrustPolicy policy;
    private final InstantSource clock;

    Trust(TrustPolicy policy, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Returns why the artifacts are not trusted.
     *
     * @param digest that of all of them together
     * @param artifacts one at least
     */
    List<Finding> check(String digest, List<SnapshotArtifact> artifacts) {
        if (artifacts.isEmpty()) {
            throw new IllegalArgumentException("No artifact to judge; wanted one at least");
        }
        if (policy instanceof TrustPolicy.Anything) {
            return List.of();
        }
        if (policy instanceof TrustPolicy.Digests digests) {
            return untrusted(digests.digests(), digest, artifacts);
        }
        TrustPolicy.SignedBy signedBy = (TrustPolicy.SignedBy) policy;
        return artifacts.stream()
                .flatMap(artifact -> untrusted(signedBy, artifact).stream())
                .toList();
    }

    /** Returns the names of those who signed every entry of all artifacts, sorted. */
    static List<String> signers(List<SnapshotArtifact> artifacts) {
        if (artifacts.get(0).signers().isEmpty()) {
            return List.of();
        }
        Set<X509Certificate> common = new HashSet<>(certificates(artifacts.get(0)));
        artifacts.forEach(artifact -> common.retainAll(certificates(artifact)));
        return common.stream().map(Signature::name).distinct().sorted().toList();
    }

    private static List<Finding> untrusted(Set<String> trusted, String digest, List<SnapshotArtifact> artifacts) {
        if (trusted.contains(digest)) {
            return List.of();
        }
        return artifacts.stream()
                .filter(artifact -> !trusted.contains(artifact.digest()))
                .map(artifact -> Rule.DIGEST_UNKNOWN.at(artifact.path(), "sha256 " + artifact.digest()))
                .toList();
    }

    private Optional<Finding> untrusted(TrustPolicy.SignedBy trusted, SnapshotArtifact artifact) {
        List<Signature> all = artifact.signers().stream().map(Signature::new).toList();
        List<Signature> known = all.stream()
                .filter(signature -> signature.isByOneOf(trusted.certificates()))
                .toList();
        if (artifact.isPartiallySigned()) {
            return Optional.of(Rule.PARTIALLY_SIGNED.at(artifact.path(), "no signer has signed every entry"));
        }
        if (all.isEmpty()) {
            return Optional.of(Rule.NOT_SIGNED.at(artifact.path(), "not signed"));
        }
        if (known.isEmpty()) {
            return Optional.of(Rule.SIGNER_UNKNOWN.at(artifact.path(), "signed by " + quoted(all)));
        }
        return expired(artifact, known);
    }

    /** One signer with a valid certificate is enough. */
    private Optional<Finding> expired(SnapshotArtifact artifact, List<Signature> known) {
        List<String> lapses = known.stream()
                .flatMap(signature -> signature.lapse(clock.instant()).stream())
                .sorted()
                .toList();
        return lapses.size() < known.size()
                ? Optional.empty()
                : Optional.of(Rule.CERTIFICATE_EXPIRED.at(artifact.path(), String.join("; ", lapses)));
    }

    private static Set<X509Certificate> certificates(SnapshotArtifact artifact) {
        return artifact.signers().stream()
                .flatMap(signer -> new Signature(signer).certificate().stream())
                .collect(Collectors.toSet());
    }

    private static String quoted(List<Signature> signatures) {
        return signatures.stream()
                .map(signature -> "'" + signature.name() + "'")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
