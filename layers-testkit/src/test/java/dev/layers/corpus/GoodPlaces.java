package dev.layers.corpus;

import dev.layers.TrustPolicy;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Paths and kinds of artifacts that are not the usual ones. */
final class GoodPlaces {
    private GoodPlaces() {}

    static Stream<GoodArtifact> all() {
        return Stream.of(paths(), links(), directories(), signed()).flatMap(List::stream);
    }

    private static List<GoodArtifact> paths() {
        return List.of(
                at("a file without the ending of jars", "chat.plugin"),
                at("a file without an ending", "chat"),
                at("a path with blanks and signs of URLs", "my plug-ins/100% #1?/chat & more!.jar"),
                at("a path that looks like one into a jar", "chat.jar!/acme.jar"),
                at("a path in other scripts", "Wörter/言葉/🤖.jar"),
                at("a path of two thousand letters", ("words".repeat(20) + "/").repeat(20) + "chat.jar"),
                GoodArtifact.of("a path that goes up and down", (host, directory) -> {
                    chat(host).toJar(directory.resolve("chat.jar"));
                    return directory.resolve("host").resolve("..").resolve(".").resolve("chat.jar");
                }),
                GoodArtifact.of("a jar in a directory that may only be read", (host, directory) -> {
                    Path jar = chat(host).toJar(directory.resolve("locked/chat.jar"));
                    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("r--r--r--"));
                    return jar;
                }));
    }

    private static List<GoodArtifact> links() {
        return List.of(
                GoodArtifact.of(
                        "a link to a jar",
                        (host, directory) -> Files.createSymbolicLink(
                                directory.resolve("current.jar"), chat(host).toJar(directory.resolve("chat-1.0.jar")))),
                GoodArtifact.of("a link to a link to an exploded directory", (host, directory) -> {
                    Path link = Files.createSymbolicLink(
                            directory.resolve("current"), chat(host).toDirectory(directory.resolve("chat-1.0")));
                    return Files.createSymbolicLink(directory.resolve("latest"), link);
                }),
                GoodArtifact.of(
                        "a link to a plain jar, which names the module",
                        (host, directory) -> Files.createSymbolicLink(
                                directory.resolve("talk-2.jar"), plain(host).toJar(directory.resolve("0815.jar")))));
    }

    private static List<GoodArtifact> directories() {
        return List.of(
                GoodArtifact.of(
                        "an exploded directory",
                        (host, directory) -> chat(host).toDirectory(directory.resolve("chat"))),
                GoodArtifact.of(
                        "an exploded directory that is called like a jar",
                        (host, directory) -> chat(host).toDirectory(directory.resolve("chat.jar"))),
                GoodArtifact.of(
                        "an exploded directory without a descriptor",
                        (host, directory) -> plain(host).toDirectory(directory.resolve("chat-2.1-SNAPSHOT"))),
                GoodArtifact.of("an exploded directory with empty directories and hidden files", (host, directory) -> {
                    Path chat = chat(host).toDirectory(directory.resolve("chat"));
                    Files.createDirectories(chat.resolve("acme/empty/more"));
                    Files.writeString(chat.resolve(".DS_Store"), "");
                    Files.writeString(
                            Files.createDirectory(chat.resolve(".git")).resolve("HEAD"), "main");
                    return chat;
                }),
                GoodArtifact.of("a directory of jars with other files and directories", (host, directory) -> {
                    Path jars = Files.createDirectory(directory.resolve("chat"));
                    chat(host).toJar(jars.resolve("chat.jar"));
                    Files.writeString(jars.resolve("README.txt"), "read me");
                    Files.writeString(jars.resolve("chat.jar.part"), "PK");
                    Files.createDirectories(jars.resolve("data/old"));
                    return jars;
                }));
    }

    private static List<GoodArtifact> signed() {
        return List.of(
                GoodArtifact.of(
                        "a signed jar where anything is trusted",
                        (host, directory) -> Signer.MALLORY.sign(chat(host).toJar(directory.resolve("chat.jar")))),
                GoodArtifact.of(
                        "a jar that is signed in part where anything is trusted",
                        (host, directory) -> Entries.of(Files.readAllBytes(
                                        Signer.OLD.sign(chat(host).toJar(directory.resolve("chat.jar")))))
                                .with("acme/more.txt", "")
                                .writeTo(directory.resolve("chat.jar"))),
                GoodArtifact.of(
                                "a jar that a stranger signed too",
                                (host, directory) -> Signer.ACME.sign(
                                        Signer.MALLORY.sign(chat(host).toJar(directory.resolve("chat.jar")))))
                        .by((host, artifact) ->
                                host.manager().trusting(TrustPolicy.signedBy(Signer.ACME.certificate()))),
                GoodArtifact.of(
                                "a jar of a digest that is trusted",
                                (host, directory) -> chat(host).toJar(directory.resolve("chat.jar")))
                        .by((host, artifact) -> host.manager()
                                .trusting(TrustPolicy.digests(
                                        BadArtifactIT.digest(artifact).toUpperCase(Locale.ROOT)))));
    }

    private static GoodArtifact at(String name, String path) {
        return GoodArtifact.of(name, (host, directory) -> chat(host).toJar(directory.resolve(path)));
    }

    private static ModuleSource chat(CorpusHost host) {
        return host.chat("return \"good \" + text;");
    }

    private static ModuleSource plain(CorpusHost host) {
        return host.plainChat("return \"good \" + text;");
    }
}
