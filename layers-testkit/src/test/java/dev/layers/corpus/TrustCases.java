package dev.layers.corpus;

import dev.layers.LayerManagerBuilder;
import dev.layers.TrustPolicy;
import dev.layers.testkit.ModuleSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the host does not trust: unknown digests, missing, broken, foreign and old signatures. */
final class TrustCases {
    private TrustCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(digests(), unsigned(), signed(), broken()).flatMap(List::stream);
    }

    private static List<BadArtifact> digests() {
        return List.of(
                BadArtifact.of(
                                "a digest that the host does not know",
                                (host, directory) -> chat(host, directory),
                                "L090 {dir}/chat.jar: sha256 {sha256}; wanted one of the digests that the host trusts;"
                                        + " add its digest to the host's trust policy, if you trust it")
                        .by(TrustCases::knowing),
                BadArtifact.of(
                                "a digest that the host does not know, of what could not be loaded either",
                                (host, directory) -> host.chat("requires org.words;", "return text;")
                                        .dependsOn(ModuleSource.module("module org.words {}")
                                                .toJar(directory.resolve("stub/words.jar")))
                                        .toJar(directory.resolve("chat.jar")),
                                "L090 {dir}/chat.jar: sha256 {sha256}; wanted one of the digests that the host trusts;"
                                        + " add its digest to the host's trust policy, if you trust it")
                        .by(TrustCases::knowing));
    }

    private static List<BadArtifact> unsigned() {
        return List.of(
                signedBy(
                        "a jar that nobody signed",
                        (host, directory) -> chat(host, directory),
                        "L091 {dir}/chat.jar: not signed; wanted a jar whose every entry is signed; sign it as"
                                + " a jar, with jarsigner"),
                signedBy(
                        "a signed jar with an unsigned library",
                        (host, directory) -> host.beside(
                                Signer.ACME.sign(chat(host, directory)),
                                CorpusHost.tools("2").toJar(directory.resolve("tools.jar"))),
                        "L091 {dir}/tools.jar: not signed; wanted a jar whose every entry is signed; sign it"
                                + " as a jar, with jarsigner"),
                signedBy(
                        "an exploded directory, which cannot be signed",
                        (host, directory) -> host.chat("return text;").toDirectory(directory.resolve("chat")),
                        "L091 {dir}/chat: not signed; wanted a jar whose every entry is signed; sign it as a"
                                + " jar, with jarsigner"),
                signedBy(
                        "a jar to which an entry was added after it was signed",
                        (host, directory) -> added(Signer.ACME.sign(chat(host, directory))),
                        "L094 {dir}/chat.jar: no signer has signed every entry; wanted a jar whose every entry"
                                + " is signed by one signer; sign it again"),
                signedBy(
                        "a jar that a trusted one signed in part and another as a whole",
                        (host, directory) -> Signer.MALLORY.sign(added(Signer.ACME.sign(chat(host, directory)))),
                        "L092 {dir}/chat.jar: signed by 'CN=mallory'; wanted a signature with a certificate"
                                + " that the host trusts; have it signed by one of those the host trusts"));
    }

    private static List<BadArtifact> signed() {
        return List.of(
                signedBy(
                        "a jar that somebody else signed",
                        (host, directory) -> Signer.MALLORY.sign(chat(host, directory)),
                        "L092 {dir}/chat.jar: signed by 'CN=mallory'; wanted a signature with a certificate"
                                + " that the host trusts; have it signed by one of those the host trusts"),
                signedBy(
                        "a jar that two others signed",
                        (host, directory) -> Signer.EVE.sign(Signer.MALLORY.sign(chat(host, directory))),
                        "L092 {dir}/chat.jar: signed by 'CN=eve', 'CN=mallory'; wanted a signature with a"
                                + " certificate that the host trusts; have it signed by one of those the host trusts"),
                BadArtifact.of(
                                "a certificate that expired",
                                (host, directory) -> Signer.OLD.sign(chat(host, directory)),
                                "L093 {dir}/chat.jar: the certificate of 'CN=old' expired at 2020-01-11T00:00:00Z;"
                                        + " wanted a certificate that is valid now; timestamps do not count;"
                                        + " sign it again")
                        .by(TrustCases::trusting)
                        .andThen(TrustCases::good),
                BadArtifact.of(
                                "a certificate that is not valid yet",
                                (host, directory) -> Signer.EARLY.sign(chat(host, directory)),
                                "L093 {dir}/chat.jar: the certificate of 'CN=early' is not valid before"
                                        + " 2099-01-01T00:00:00Z; wanted a certificate that is valid now; timestamps do not count; sign it again")
                        .by(TrustCases::trusting)
                        .andThen(TrustCases::good));
    }

    private static List<BadArtifact> broken() {
        return List.of(
                signedBy(
                        "a signed jar whose class was changed",
                        TrustCases::tampered,
                        "L022 {dir}/chat.jar: its signature does not fit: SHA-256 digest error for"
                                + " acme/Chat.class; wanted the bytes that were signed; sign it again, or get the jar"
                                + " its signer made"),
                BadArtifact.of(
                        "a signed jar whose class was changed, though anything is trusted",
                        TrustCases::tampered,
                        "L022 {dir}/chat.jar: its signature does not fit: SHA-256 digest error for"
                                + " acme/Chat.class; wanted the bytes that were signed; sign it again, or get the jar"
                                + " its signer made"),
                BadArtifact.of(
                        "a signed jar whose manifest was changed",
                        (host, directory) -> {
                            Entries signed = Entries.of(Files.readAllBytes(Signer.ACME.sign(chat(host, directory))));
                            String manifest = new String(signed.of("META-INF/MANIFEST.MF"), StandardCharsets.UTF_8);
                            return signed.with("META-INF/MANIFEST.MF", manifest.replace("-Digest: ", "-Digest: A"))
                                    .writeTo(directory.resolve("chat.jar"));
                        },
                        "L022 {dir}/chat.jar: its signature does not fit: invalid SHA-256 signature file"
                                + " digest for acme/Chat.class; wanted the bytes that were signed; sign it again, or get"
                                + " the jar its signer made"),
                signedBy(
                        "a signature that is none",
                        (host, directory) -> {
                            Entries signed = Entries.of(Files.readAllBytes(Signer.ACME.sign(chat(host, directory))));
                            return signed.with("META-INF/ACME.EC", "none").writeTo(directory.resolve("chat.jar"));
                        },
                        "L022 {dir}/chat.jar: its signature 'META-INF/ACME.EC' cannot be parsed; wanted the bytes that were"
                                + " signed; sign it again, or get the jar its signer made"));
    }

    private static Path chat(CorpusHost host, Path directory) {
        return host.chat("return text;").toJar(directory.resolve("chat.jar"));
    }

    private static Path good(CorpusHost host, Path directory) throws Exception {
        return Signer.ACME.sign(host.chat("return \"good \" + text;").toJar(directory.resolve("good.jar")));
    }

    private static Path added(Path jar) throws Exception {
        return Entries.of(Files.readAllBytes(jar)).with("acme/more.txt", "more").writeTo(jar);
    }

    private static Path tampered(CorpusHost host, Path directory) throws Exception {
        Path signed = Signer.ACME.sign(chat(host, directory));
        return Entries.of(Files.readAllBytes(signed))
                .with("acme/Chat.class", Entries.of(host.chat("return null;")).of("acme/Chat.class"))
                .writeTo(signed);
    }

    private static BadArtifact signedBy(String name, BadArtifact.Recipe recipe, String... messages) {
        return BadArtifact.of(name, recipe, messages).by(TrustCases::trusting).andThen(TrustCases::good);
    }

    private static LayerManagerBuilder trusting(CorpusHost host, Path good) throws Exception {
        return host.manager()
                .trusting(TrustPolicy.signedBy(
                        Signer.ACME.certificate(), Signer.OLD.certificate(), Signer.EARLY.certificate()));
    }

    private static LayerManagerBuilder knowing(CorpusHost host, Path good) throws Exception {
        return host.manager().trusting(TrustPolicy.digests(BadArtifactIT.digest(good)));
    }
}
