package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.fixture.TestKeys;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JarSignersTest {
    private static final TestJar CHAT = TestJar.empty()
            .source("module acme.chat {}", "package acme.chat; public class Polite {}")
            .entry("META-INF/notes.txt", "signed as well")
            .entry("acme/chat/grüße.txt", "Hello");

    @TempDir
    static Path keys;

    private static TestKeys signers;

    @TempDir
    Path directory;

    @BeforeAll
    static void makeKeys() throws Exception {
        signers = new TestKeys(keys.resolve("keys.p12"))
                .with("alice", "-keyalg", "EC")
                .with("bob", "-keyalg", "EC")
                .with("carol", "-keyalg", "RSA");
    }

    @Test
    void unsignedJar_hasNoSigners() throws Exception {
        SnapshotArtifact artifact = artifact(CHAT.writeTo(directory.resolve("chat.jar")));

        assertThat(artifact.signers()).isEmpty();
        assertThat(artifact.isPartiallySigned()).isFalse();
    }

    @Test
    void signedJar_hasItsSigner() throws Exception {
        Path jar = signed();

        SnapshotArtifact artifact = artifact(jar);

        assertThat(names(artifact)).containsExactly("CN=alice,O=Acme");
        assertThat(artifact.isPartiallySigned()).isFalse();
        assertThat(artifact.module()).isEqualTo("acme.chat");
        assertThat(artifact.path()).isEqualTo(jar);
        assertThat(artifact.signers()).isEqualTo(oracle(jar, "acme/chat/Polite.class"));
    }

    @Test
    void jarThatTwoSigned_hasBoth() throws Exception {
        SnapshotArtifact artifact = artifact(signers.sign(signed(), "bob", directory.resolve("both.jar")));

        assertThat(names(artifact)).containsExactlyInAnyOrder("CN=alice,O=Acme", "CN=bob,O=Acme");
    }

    @Test
    void entryThatWasAddedLater_leavesAPartOfItSigned() throws Exception {
        Path jar = content(signed()).entry("acme/chat/added.txt", "added").writeTo(directory.resolve("added.jar"));

        SnapshotArtifact artifact = artifact(jar);

        assertThat(artifact.signers()).isEmpty();
        assertThat(artifact.isPartiallySigned()).isTrue();
        assertThat(oracle(jar, "acme/chat/added.txt")).isEmpty();
    }

    @Test
    void signerOfAPart_isNoSignerOfTheWhole() throws Exception {
        Path added = content(signed()).entry("acme/chat/added.txt", "added").writeTo(directory.resolve("added.jar"));

        SnapshotArtifact artifact = artifact(signers.sign(added, "bob", directory.resolve("both.jar")));

        assertThat(names(artifact)).containsExactly("CN=bob,O=Acme");
        assertThat(artifact.isPartiallySigned()).isFalse();
    }

    @Test
    void entryThatWasRemovedLater_isNotMissed() throws Exception {
        Map<String, byte[]> entries = entries(signed());
        entries.remove("acme/chat/grüße.txt");
        Path jar = jar(entries).writeTo(directory.resolve("removed.jar"));

        assertThat(names(artifact(jar))).containsExactly("CN=alice,O=Acme");
    }

    @Test
    void alteredEntry_isToldInFull() throws Exception {
        Path jar = content(signed()).entry("acme/chat/grüße.txt", "Hallo").writeTo(directory.resolve("altered.jar"));

        assertThat(Snapshots.findings(jar))
                .extracting(Finding::text)
                .containsExactly("L022 " + jar + ": its signature does not fit: SHA-256 digest error for"
                        + " acme/chat/grüße.txt; wanted the bytes that were signed;"
                        + " sign it again, or get the jar its signer made");
    }

    @Test
    void alteredManifest_isTold() throws Exception {
        Path signed = signed();
        String manifest = new String(entries(signed).get(JarFile.MANIFEST_NAME));
        Path jar = content(signed)
                .entry(JarFile.MANIFEST_NAME, manifest.replaceFirst("Digest: .", "Digest: *"))
                .writeTo(directory.resolve("altered.jar"));

        assertThat(Snapshots.findings(jar)).extracting(Finding::rule).containsExactly(Rule.SIGNATURE_BROKEN);
    }

    @Test
    void alteredSignatureFile_isTold() throws Exception {
        Path signed = signed();
        String digests = new String(entries(signed).get("META-INF/ALICE.SF"));
        Path jar = content(signed)
                .entry("META-INF/ALICE.SF", digests.replaceFirst("Digest: .", "Digest: *"))
                .writeTo(directory.resolve("altered.jar"));

        assertThat(Snapshots.findings(jar)).extracting(Finding::rule).containsExactly(Rule.SIGNATURE_BROKEN);
    }

    @Test
    void orderOfTheEntries_doesNotMatter() throws Exception {
        Map<String, byte[]> reversed = new LinkedHashMap<>();
        List<Map.Entry<String, byte[]>> entries = List.copyOf(entries(signed()).entrySet());
        for (int index = entries.size() - 1; index >= 0; index--) {
            reversed.put(entries.get(index).getKey(), entries.get(index).getValue());
        }

        Path jar = jar(reversed).writeTo(directory.resolve("reversed.jar"));

        assertThat(names(artifact(jar))).containsExactly("CN=alice,O=Acme");
    }

    @Test
    void damagedEntries_areToldAsSuch() throws Exception {
        byte[] bytes = Files.readAllBytes(signed());
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("META-INF/notes.txt")] = 'W';
        bytes[text.indexOf("acme/chat/Polite.class", text.indexOf("module-info.class"))] = 'A';
        Path jar = Files.write(directory.resolve("damaged.jar"), bytes);

        assertThat(Snapshots.findings(jar))
                .extracting(Finding::rule)
                .containsOnly(Rule.ENTRY_DAMAGED)
                .hasSize(2);
    }

    @Test
    void signatureFilesWithoutManifest_signNothing() throws Exception {
        Path jar = CHAT.entry("META-INF/ALICE.SF", "").writeTo(directory.resolve("chat.jar"));

        assertThat(artifact(jar).signers()).isEmpty();
    }

    @Test
    void index_needsNoSignature() throws Exception {
        Path jar = content(signed())
                .entry("META-INF/INDEX.LIST", "JarIndex-Version: 1.0\n")
                .writeTo(directory.resolve("index.jar"));

        assertThat(names(artifact(jar))).containsExactly("CN=alice,O=Acme");
    }

    @ParameterizedTest
    @CsvSource({
        "META-INF/SIG-OTHER, false",
        "META-INF/SIG-OTHER.P7S, false",
        "META-INF/.SF, false",
        "META-INF/SIG-OTHER.TEXT, true",
        "META-INF/SIG-OTHER., true",
        "META-INF/SIG-OTHER.P-7, true",
        "META-INF/more/SIG-OTHER, true",
        "META-INF/OTHER, true"
    })
    void filesOfSignatures_areThoseOfTheJdk(String name, boolean isSigned) throws Exception {
        Path jar = signers.sign(
                CHAT.entry(name, "other").writeTo(directory.resolve("chat.jar")),
                "alice",
                directory.resolve("signed.jar"));

        assertThat(!oracle(jar, name).isEmpty()).isEqualTo(isSigned);
        assertThat(JarSigners.isSignatureFile(name)).isEqualTo(!isSigned);
        assertThat(names(artifact(jar))).containsExactly("CN=alice,O=Acme");
    }

    @Test
    void signersOfDifferentParts_areNoSignersOfTheWhole() throws Exception {
        JarSigners signers = JarSigners.of(List.of(List.of(signer("alice")), List.of(signer("bob"))));

        assertThat(signers.common()).isEmpty();
        assertThat(signers.isPartial()).isTrue();
    }

    static Stream<Named<UnaryOperator<byte[]>>> garbage() {
        return Stream.of(
                Named.of("words", block -> "no signature".getBytes(StandardCharsets.UTF_8)),
                Named.of("nothing", block -> new byte[0]),
                Named.of("zeros", block -> new byte[block.length]),
                Named.of("its half", block -> Arrays.copyOf(block, block.length / 2)));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void signatureBlockThatIsGarbage_isToldInFull(UnaryOperator<byte[]> damage) throws Exception {
        Path signed = signed();
        byte[] block = damage.apply(entries(signed).get("META-INF/ALICE.EC"));
        Path jar = content(signed).entry("META-INF/ALICE.EC", block).writeTo(directory.resolve("garbage.jar"));

        assertThat(Snapshots.findings(jar))
                .extracting(Finding::text)
                .containsExactly("L022 " + jar + ": its signature 'META-INF/ALICE.EC' cannot be parsed;"
                        + " wanted the bytes that were signed; sign it again, or get the jar its signer made");
    }

    @ParameterizedTest
    @CsvSource({"MD5, MD5withRSA", "SHA1, SHA1withRSA"})
    void signatureByAlgorithmsThatAreDisabled_isNone(String digest, String algorithm) throws Exception {
        Path jar = signers.sign(
                CHAT.writeTo(directory.resolve("chat.jar")), "carol", directory.resolve("old.jar"), digest, algorithm);

        SnapshotArtifact artifact = artifact(jar);

        assertThat(oracle(jar, "acme/chat/Polite.class")).isEmpty();
        assertThat(artifact.signers()).isEmpty();
        assertThat(artifact.isPartiallySigned()).isFalse();
    }

    @Test
    void digestThatIsNoBase64_isTold() throws Exception {
        Path jar = signers.sign(
                CHAT.manifest("", "Name: META-INF/notes.txt", "SHA-512-Digest: A")
                        .writeTo(directory.resolve("chat.jar")),
                "alice",
                directory.resolve("signed.jar"));

        assertThat(Snapshots.findings(jar))
                .extracting(Finding::text)
                .singleElement(STRING)
                .startsWith("L022 " + jar + ": its signature does not fit: ");
    }

    /** An exception of another type fails the test. */
    @Test
    void randomDamageOfSignatures_isReadOrRefused() throws Exception {
        Map<String, byte[]> entries = entries(signed());
        List<String> names = List.of("META-INF/MANIFEST.MF", "META-INF/ALICE.SF", "META-INF/ALICE.EC");
        Random random = new Random(4711);
        int refused = 0;
        for (int mutation = 0; mutation < 600; mutation++) {
            String name = names.get(mutation % names.size());
            byte[] damaged = entries.get(name).clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            Path jar = jar(entries).entry(name, damaged).writeTo(directory.resolve("damaged.jar"));
            refused += Snapshots.findings(jar).isEmpty() ? 0 : 1;
        }

        assertThat(refused).isBetween(200, 600);
    }

    private static CodeSigner signer(String alias) throws Exception {
        List<X509Certificate> path = List.of(signers.certificate(alias));
        return new CodeSigner(CertificateFactory.getInstance("X.509").generateCertPath(path), null);
    }

    private Path signed() throws Exception {
        return signers.sign(CHAT.writeTo(directory.resolve("chat.jar")), "alice", directory.resolve("signed.jar"));
    }

    private static SnapshotArtifact artifact(Path jar) throws ArtifactDefect {
        return Snapshots.take(jar).artifacts().get(0);
    }

    private static List<String> names(SnapshotArtifact artifact) {
        return artifact.signers().stream()
                .map(signer -> (X509Certificate)
                        signer.getSignerCertPath().getCertificates().get(0))
                .map(certificate -> certificate.getSubjectX500Principal().getName())
                .toList();
    }

    private static List<CodeSigner> oracle(Path jar, String name) throws Exception {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry entry = file.getJarEntry(name);
            file.getInputStream(entry).readAllBytes();
            CodeSigner[] signers = entry.getCodeSigners();
            return signers == null ? List.of() : List.of(signers);
        }
    }

    private static TestJar content(Path jar) throws Exception {
        return jar(entries(jar));
    }

    private static TestJar jar(Map<String, byte[]> entries) {
        TestJar jar = TestJar.empty();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            jar = jar.entry(entry.getKey(), entry.getValue());
        }
        return jar;
    }

    private static Map<String, byte[]> entries(Path jar) throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }
}
