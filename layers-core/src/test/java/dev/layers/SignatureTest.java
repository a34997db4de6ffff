package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.TestJar;
import dev.layers.fixture.TestKeys;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.Timestamp;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that was valid for ten days in January 2020. */
class SignatureTest {
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    @TempDir
    private static Path directory;

    private static CodeSigner signer;
    private static Instant begin;
    private static Instant end;

    @BeforeAll
    static void sign() throws Exception {
        TestKeys keys = new TestKeys(directory.resolve("keys.p12"))
                .with("old", "-keyalg", "RSA", "-startdate", "2020/01/01 00:00:00", "-validity", "10");
        Path jar = keys.sign(TestJar.empty().manifest().entry("acme/One.class", "one"), "old")
                .writeTo(directory.resolve("chat.jar"));
        signer = TestKeys.commonSigners(jar).get(0);
        begin = keys.certificate("old").getNotBefore().toInstant();
        end = keys.certificate("old").getNotAfter().toInstant();
    }

    @Test
    void name_isTheSubject() {
        assertThat(new Signature(signer).name()).isEqualTo("CN=old,O=Acme");
    }

    @Test
    void certificate_isValidFromItsBeginToItsEnd() {
        Signature signature = new Signature(signer);

        assertThat(signature.lapse(begin.minusSeconds(1)))
                .contains("the certificate of 'CN=old,O=Acme' is not valid before " + begin);
        assertThat(signature.lapse(begin)).isEmpty();
        assertThat(signature.lapse(end)).isEmpty();
        assertThat(signature.lapse(end.plusSeconds(1)))
                .contains("the certificate of 'CN=old,O=Acme' expired at " + end);
    }

    @Test
    void timestamp_doesNotCount() {
        assertThat(stamped(end).lapse(end.plusSeconds(1)))
                .contains("the certificate of 'CN=old,O=Acme' expired at " + end);
    }

    @Test
    void signerWithoutCertificate_isNobody() throws Exception {
        CertPath none = CertificateFactory.getInstance("X.509").generateCertPath(List.<X509Certificate>of());
        Signature signature = new Signature(new CodeSigner(none, null));

        assertThat(signature.name()).isEmpty();
        assertThat(signature.isByOneOf(List.of())).isFalse();
    }

    private static Signature stamped(Instant time) {
        CertPath path = signer.getSignerCertPath();
        return new Signature(new CodeSigner(path, new Timestamp(Date.from(time), path)));
    }
}
