package dev.layers.corpus;

import dev.layers.testkit.ModuleSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Archives that are written in another way than usual, and entries that are. */
final class GoodArchives {
    private static final String CHAT = "acme/Chat.class";

    private GoodArchives() {}

    static Stream<GoodArtifact> all() {
        return Stream.of(written(), sizes(), multiRelease(), entries()).flatMap(List::stream);
    }

    /** How a good jar is written. */
    private interface Writing {
        byte[] of(Entries chat) throws Exception;
    }

    private static List<GoodArtifact> written() {
        return List.of(
                archive("stored entries", Entries::stored),
                archive(
                        "a beginning that is a script",
                        chat -> joined(
                                "#!/bin/sh\nexec java -jar $0\n".getBytes(StandardCharsets.UTF_8), chat.deflated())),
                archive("a comment at the end", chat -> commented(chat, "built by hand")),
                archive(
                        "a comment that looks like the end of an archive",
                        chat -> commented(chat, "PK\5\6, and so on")),
                archive(
                        "directory entries",
                        chat -> chat.with("acme/", "").with("META-INF/", "").deflated()),
                archive(
                        "a directory entry that is deflated to two bytes",
                        chat -> chat.with("acme/empty/", "").deflated()),
                archive(
                        "the manifest last",
                        chat -> chat.without("META-INF/MANIFEST.MF")
                                .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n")
                                .deflated()),
                archive(
                        "no manifest",
                        chat -> chat.without("META-INF/MANIFEST.MF").deflated()),
                archive(
                        "a manifest without an empty line at its end",
                        chat -> chat.with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n")
                                .deflated()));
    }

    private static List<GoodArtifact> sizes() {
        return List.of(
                archive(
                        "empty files",
                        chat -> chat.with("acme/empty.txt", "")
                                .with("empty", "")
                                .deflated()),
                archive(
                        "a resource of ten megabytes",
                        chat -> chat.with("acme/large.bin", new byte[10_000_000])
                                .deflated()),
                archive("so many entries that Zip64 counts them", GoodArchives::crowded),
                archive(
                        "a path of thirty names",
                        chat -> chat.with("a/".repeat(30) + "word.txt", "word").deflated()),
                archive(
                        "a name of a thousand letters",
                        chat -> chat.with("acme/" + "w".repeat(1_000) + ".txt", "word")
                                .deflated()));
    }

    private static List<GoodArtifact> multiRelease() {
        return List.of(
                GoodArtifact.of(
                                "a multi-release jar with another class for Java 17",
                                (host, directory) -> released(host, "17").writeTo(directory.resolve("chat.jar")))
                        .saying("versioned ping"),
                GoodArtifact.of(
                        "a multi-release jar with a class that is too new above the running version",
                        (host, directory) -> released(host, "99")
                                .with(
                                        "META-INF/versions/99/acme/Chat.class",
                                        version(
                                                Entries.of(host.chat("return null;"))
                                                        .of(CHAT),
                                                143))
                                .writeTo(directory.resolve("chat.jar"))),
                GoodArtifact.of(
                        "versions in a jar that is not multi-release",
                        (host, directory) -> released(host, "17")
                                .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n")
                                .writeTo(directory.resolve("chat.jar"))),
                GoodArtifact.of(
                        "a class of another release among the resources",
                        (host, directory) -> Entries.of(chat(host))
                                .with(
                                        "META-INF/old/acme/Chat.class",
                                        version(Entries.of(chat(host)).of(CHAT), 99))
                                .writeTo(directory.resolve("chat.jar"))));
    }

    private static List<GoodArtifact> entries() {
        return List.of(
                archive(
                        "entries that differ in case alone",
                        chat -> chat.with("acme/word.txt", "1")
                                .with("acme/WORD.txt", "2")
                                .with("Acme/word.txt", "3")
                                .deflated()),
                archive(
                        "a jar in the jar",
                        chat -> chat.with("libraries/words.jar", chat.deflated())
                                .deflated()),
                archive(
                        "a stored jar in a stored jar",
                        chat -> chat.with("libraries/words.jar", chat.stored()).stored()),
                archive(
                        "resources at odd places",
                        chat -> chat.with("META-INF/LICENSE", "free")
                                .with("native-image.properties", "")
                                .with("no package/word.txt", "")
                                .with("acme-word/int/1.txt", "")
                                .with("$.txt", "")
                                .with(".hidden/..word", "")
                                .deflated()),
                archive(
                        "names in other scripts",
                        chat -> chat.with("acme/wörter.txt", "")
                                .with("слова/слово.txt", "")
                                .with("言葉/言.txt", "")
                                .with("acme/🤖.txt", "")
                                .deflated()),
                archive(
                        "a list of services that is not in the descriptor",
                        chat -> chat.with("META-INF/services/bot.Greeter", "acme.Nobody\n")
                                .deflated()));
    }

    private static ModuleSource chat(CorpusHost host) {
        return host.chat("return \"good \" + text;");
    }

    private static GoodArtifact archive(String name, Writing writing) {
        return GoodArtifact.of(
                name,
                (host, directory) -> Files.write(directory.resolve("chat.jar"), writing.of(Entries.of(chat(host)))));
    }

    private static Entries released(CorpusHost host, String version) throws IOException {
        return Entries.of(chat(host))
                .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n\n")
                .with(
                        "META-INF/versions/" + version + "/" + CHAT,
                        Entries.of(host.chat("return \"versioned \" + text;")).of(CHAT));
    }

    private static byte[] version(byte[] classFile, int major) {
        classFile[7] = (byte) major;
        return classFile;
    }

    private static byte[] crowded(Entries chat) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (int number = 0; number < 70_000; number++) {
            files.put("words/" + number + ".txt", new byte[0]);
        }
        return chat.with(files).stored();
    }

    private static byte[] commented(Entries chat, String comment) throws IOException {
        byte[] jar = chat.deflated();
        byte[] text = comment.getBytes(StandardCharsets.ISO_8859_1);
        return joined(
                new ArchiveBytes(jar).twoBytes(jar.length - 2, text.length).bytes(), text);
    }

    private static byte[] joined(byte[] one, byte[] other) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(one);
        bytes.write(other);
        return bytes.toByteArray();
    }
}
