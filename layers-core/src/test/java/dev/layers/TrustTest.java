package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.layers.fixture.TestJar;
import dev.layers.fixture.TestKeys;
import dev.layers.internal.snapshot.SnapshotArtifact;
import dev.layers.preflight.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    private static final TestJar CONTENT =
            TestJar.empty().manifest().entry("acme/One.class", "one").entry("acme/Two.class", "two");
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);
    private static final String BOTH = "3".repeat(64);

    @TempDir
    private static Path directory;

    private static TestKeys keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = new TestKeys(directory.resolve("keys.p12"))
                .with("trusted", "-keyalg", "EC")
                .with("other", "-keyalg", "EC")
                .with("issued", "-keyalg", "EC", "-signer", "trusted")
                .with("expired", "-keyalg", "RSA", "-startdate", "2020/01/01 00:00:00", "-validity", "10")
                .with("future", "-keyalg", "EC", "-startdate", "2090/01/01 00:00:00", "-validity", "10");
    }

    @Test
    void anything_isTrustedByDefault() {
        assertThat(check(TrustPolicy.anything(), BOTH, artifact("one.jar", ONE)))
                .isEmpty();
    }

    @Test
    void nothing_isNotJudged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(TrustPolicy.anything(), BOTH))
                .withMessage("No artifact to judge; wanted one at least");
    }

    @Test
    void digests_ofEveryArtifact_areTrusted() {
        TrustPolicy policy = TrustPolicy.digests(ONE, TWO);

        assertThat(check(policy, BOTH, artifact("one.jar", ONE), artifact("two.jar", TWO)))
                .isEmpty();
    }

    @Test
    void digest_ofAllTogether_isTrusted() {
        TrustPolicy policy = TrustPolicy.digests(BOTH);

        assertThat(check(policy, BOTH, artifact("one.jar", ONE), artifact("two.jar", TWO)))
                .isEmpty();
    }

    @Test
    void digest_inUpperCase_isTrusted() {
        String digest = "abcdef".repeat(11).substring(2);

        assertThat(check(TrustPolicy.digests(digest.toUpperCase(Locale.ROOT)), digest, artifact("one.jar", digest)))
                .isEmpty();
    }

    @Test
    void digest_ofOneArtifactAlone_isNotEnough() {
        TrustPolicy policy = TrustPolicy.digests(ONE);

        assertThat(texts(check(policy, BOTH, artifact("one.jar", ONE), artifact("two.jar", TWO))))
                .containsExactly("L090 two.jar: sha256 " + TWO + "; wanted one of the digests that the host trusts;"
                        + " add its digest to the host's trust policy, if you trust it");
    }

    @Test
    void digests_ofNothing_trustNothing() {
        assertThat(texts(check(TrustPolicy.digests(), ONE, artifact("one.jar", ONE))))
                .containsExactly("L090 one.jar: sha256 " + ONE + "; wanted one of the digests that the host trusts;"
                        + " add its digest to the host's trust policy, if you trust it");
    }

    @Test
    void digest_thatIsNotKnown_isNotTrusted() {
        assertThat(check(TrustPolicy.digests(ONE), "", artifact("one.jar", ""))).hasSize(1);
    }

    @Test
    void signature_ofATrustedSigner_isTrusted() throws Exception {
        assertThat(check(trusting("trusted"), signed("trusted"))).isEmpty();
    }

    @Test
    void signature_ofAnybodyElse_isNotTrusted() throws Exception {
        assertThat(texts(check(trusting("trusted"), signed("other"))))
                .containsExactly(
                        "L092 chat.jar: signed by 'CN=other,O=Acme'; wanted a signature with a certificate that"
                                + " the host trusts; have it signed by one of those the host trusts");
    }

    @Test
    void signature_ofOneWhomATrustedSignerCertified_isNotTrusted() throws Exception {
        SnapshotArtifact issued = signed("issued");
        assertThat(issued.signers().get(0).getSignerCertPath().getCertificates())
                .hasSize(2)
                .element(1)
                .isEqualTo(keys.certificate("trusted"));

        assertThat(texts(check(trusting("trusted"), issued)))
                .containsExactly(
                        "L092 chat.jar: signed by 'CN=issued,O=Acme'; wanted a signature with a certificate that"
                                + " the host trusts; have it signed by one of those the host trusts");
        assertThat(check(trusting("issued"), issued)).isEmpty();
    }

    @Test
    void signature_ofTheSameNameAndAnotherKey_isNotTrusted() throws Exception {
        TestKeys others = new TestKeys(directory.resolve("others.p12")).with("trusted", "-keyalg", "EC");
        SnapshotArtifact impostor = evidence(others.sign(CONTENT, "trusted"));

        assertThat(texts(check(trusting("trusted"), impostor)))
                .containsExactly(
                        "L092 chat.jar: signed by 'CN=trusted,O=Acme'; wanted a signature with a certificate that"
                                + " the host trusts; have it signed by one of those the host trusts");
    }

    @Test
    void signatures_ofSeveral_needOneThatIsTrusted() throws Exception {
        SnapshotArtifact both = signed("other", "trusted");

        assertThat(check(trusting("trusted"), both)).isEmpty();
        assertThat(texts(check(trusting("issued"), both)))
                .containsExactly(
                        "L092 chat.jar: signed by 'CN=other,O=Acme', 'CN=trusted,O=Acme'; wanted a signature with"
                                + " a certificate that the host trusts; have it signed by one of those the host trusts");
    }

    @Test
    void signatures_withoutCertificates_trustNothing() throws Exception {
        assertThat(check(TrustPolicy.signedBy(), signed("trusted"))).hasSize(1);
    }

    @Test
    void unsignedArtifact_isNotTrusted() throws Exception {
        assertThat(texts(check(trusting("trusted"), evidence(CONTENT))))
                .containsExactly("L091 chat.jar: not signed; wanted a jar whose every entry is signed; sign it as a"
                        + " jar, with jarsigner");
    }

    @Test
    void entryAddedAfterSigning_isNotTrusted() throws Exception {
        TestJar added = keys.sign(CONTENT, "trusted").entry("acme/Three.class", "three");

        assertThat(texts(check(trusting("trusted"), evidence(added))))
                .containsExactly("L094 chat.jar: no signer has signed every entry; wanted a jar whose every entry is"
                        + " signed by one signer; sign it again");
    }

    @Test
    void partiallySignedArtifact_isNotTrustedWhoeverSigned() throws Exception {
        SnapshotArtifact signed = signed("trusted");
        SnapshotArtifact partly = new SnapshotArtifact(signed.path(), "chat", ONE, signed.signers(), true);

        assertThat(check(trusting("trusted"), partly)).hasSize(1);
        assertThat(Trust.signers(List.of(partly))).isEmpty();
    }

    @Test
    void unsignedLibrary_isNotTrusted() throws Exception {
        SnapshotArtifact library = artifact("fonts.jar", TWO);

        assertThat(texts(check(trusting("trusted"), signed("trusted"), library)))
                .containsExactly("L091 fonts.jar: not signed; wanted a jar whose every entry is signed; sign it as a"
                        + " jar, with jarsigner");
    }

    @Test
    void expiredCertificate_wasTrustedOnce() throws Exception {
        Trust before = new Trust(trusting("expired"), InstantSource.fixed(end("expired")));

        assertThat(before.check(BOTH, List.of(signed("expired")))).isEmpty();
    }

    @Test
    void expiredCertificate_isNotTrusted() throws Exception {
        assertThat(texts(check(trusting("expired"), signed("expired"))))
                .containsExactly("L093 chat.jar: the certificate of 'CN=expired,O=Acme' expired at " + end("expired")
                        + "; wanted a certificate that is valid now; timestamps do not count; sign it again");
    }

    @Test
    void expiredCertificate_besideAValidOne_isNoHindrance() throws Exception {
        SnapshotArtifact both = signed("expired", "trusted");

        assertThat(check(trusting("expired", "trusted"), both)).isEmpty();
        assertThat(texts(check(trusting("expired"), both)))
                .singleElement()
                .asString()
                .startsWith("L093 chat.jar: the certificate of 'CN=expired,O=Acme' expired at ");
    }

    @Test
    void expiredCertificates_areAllTold() throws Exception {
        assertThat(texts(check(trusting("expired", "future"), signed("expired", "future"))))
                .singleElement()
                .asString()
                .contains("the certificate of 'CN=expired,O=Acme' expired at ")
                .contains("; the certificate of 'CN=future,O=Acme' is not valid before ");
    }

    @Test
    void signers_areThoseOfAllArtifacts() throws Exception {
        SnapshotArtifact both = signed("trusted", "other");

        assertThat(Trust.signers(List.of(both))).containsExactly("CN=other,O=Acme", "CN=trusted,O=Acme");
        assertThat(Trust.signers(List.of(both, signed("trusted")))).containsExactly("CN=trusted,O=Acme");
        assertThat(Trust.signers(List.of(both, artifact("fonts.jar", TWO)))).isEmpty();
    }

    @Test
    void signersOfOneNameAndTwoKeys_haveNotSignedAll() throws Exception {
        TestKeys others = new TestKeys(directory.resolve("same.p12")).with("trusted", "-keyalg", "EC");
        SnapshotArtifact other = evidence(others.sign(CONTENT, "trusted"));

        assertThat(Trust.signers(List.of(other))).containsExactly("CN=trusted,O=Acme");
        assertThat(Trust.signers(List.of(other, signed("trusted")))).isEmpty();
    }

    private static List<Finding> check(TrustPolicy policy, SnapshotArtifact... artifacts) {
        return check(policy, BOTH, artifacts);
    }

    private static List<Finding> check(TrustPolicy policy, String digest, SnapshotArtifact... artifacts) {
        return new Trust(policy, InstantSource.system()).check(digest, List.of(artifacts));
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::text).toList();
    }

    private static TrustPolicy trusting(String... aliases) {
        return TrustPolicy.signedBy(Stream.of(aliases).map(keys::certificate).toArray(X509Certificate[]::new));
    }

    private static Instant end(String alias) {
        return keys.certificate(alias).getNotAfter().toInstant();
    }

    private static SnapshotArtifact artifact(String name, String digest) {
        return new SnapshotArtifact(Path.of(name), "chat", digest, List.of(), false);
    }

    private static SnapshotArtifact signed(String... aliases) throws Exception {
        return evidence(keys.sign(CONTENT, aliases));
    }

    private static SnapshotArtifact evidence(TestJar jar) throws IOException {
        Path file = jar.writeTo(directory.resolve("chat.jar"));
        return new SnapshotArtifact(
                file.getFileName(), "chat", ONE, TestKeys.commonSigners(file), TestKeys.isPartiallySigned(file));
    }
}
