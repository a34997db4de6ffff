package dev.layers;

import java.security.CodeSigner;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The signature of one signer: by whose certificate, and when. */
final class Signature {
    private final CodeSigner signer;

    Signature(CodeSigner signer) {
        this.signer = signer;
    }

    /** Returns the subject of the signer's own certificate in the form of RFC 2253: for messages, it proves nothing. */
    String name() {
        return certificate().map(Signature::name).orElse("");
    }

    static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    /** Whether the signer's own certificate is one of these; the chain above it comes with the jar and is not validated. */
    boolean isByOneOf(Collection<X509Certificate> certificates) {
        return certificate()
                .filter(own -> certificates.stream().anyMatch(own::equals))
                .isPresent();
    }

    /**
     * Returns why the certificate is not valid at {@code now}. A timestamp of the signature does not count: its authority
     * is in the jar like everything else, so whoever has an expired key could have made it.
     */
    Optional<String> lapse(Instant now) {
        return certificate()
                .flatMap(own -> lapse(own, now))
                .map(lapse -> "the certificate of '" + name() + "' " + lapse);
    }

    private static Optional<String> lapse(X509Certificate certificate, Instant time) {
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        if (time.isBefore(begin)) {
            return Optional.of("is not valid before " + begin);
        }
        return time.isAfter(end) ? Optional.of("expired at " + end) : Optional.empty();
    }

    /** Returns the signer's own certificate. */
    Optional<X509Certificate> certificate() {
        List<? extends Certificate> chain = signer.getSignerCertPath().getCertificates();
        return chain.stream()
                .limit(1)
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .findFirst();
    }
}
