package dev.layers.corpus;

import dev.layers.testkit.ModuleSource;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with the names of entries. */
final class EntryCases {
    private EntryCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(names(), twice()).flatMap(List::stream);
    }

    private static List<BadArtifact> names() {
        return List.of(
                named(
                        "an entry that leads out of the archive",
                        "../evil.sh",
                        "L012 {dir}/chat.jar: entry '../evil.sh' has '..' in its path; wanted a relative path"
                                + " of printable names with '/' between them, none of them empty, '.' or '..'; rename"
                                + " the entry"),
                named(
                        "an entry that leads out in the middle",
                        "acme/../../evil",
                        "L012 {dir}/chat.jar: entry 'acme/../../evil' has '..' in its path; wanted a relative"
                                + " path of printable names with '/' between them, none of them empty, '.' or '..';"
                                + " rename the entry"),
                named(
                        "an entry at the root",
                        "/etc/passwd",
                        "L012 {dir}/chat.jar: entry '/etc/passwd' begins with '/'; wanted a relative path of"
                                + " printable names with '/' between them, none of them empty, '.' or '..'; rename the"
                                + " entry"),
                named(
                        "an entry with backslashes",
                        "acme\\word.txt",
                        "L012 {dir}/chat.jar: entry 'acme\\word.txt' has '\\' in its path; wanted a relative"
                                + " path of printable names with '/' between them, none of them empty, '.' or '..';"
                                + " rename the entry"),
                named(
                        "an entry on a drive",
                        "C:/word.txt",
                        "L012 {dir}/chat.jar: entry 'C:/word.txt' begins with a drive; wanted a relative path"
                                + " of printable names with '/' between them, none of them empty, '.' or '..'; rename"
                                + " the entry"),
                named(
                        "an entry with a line break",
                        "acme/wo\nrd.txt",
                        "L012 {dir}/chat.jar: entry 'acme/wo\\u000Ard.txt' has the character U+000A in its"
                                + " name; wanted a relative path of printable names with '/' between them, none of them"
                                + " empty, '.' or '..'; rename the entry"),
                named(
                        "an entry with an empty name",
                        "acme//word.txt",
                        "L012 {dir}/chat.jar: entry 'acme//word.txt' has an empty name in its path; wanted a"
                                + " relative path of printable names with '/' between them, none of them empty, '.' or"
                                + " '..'; rename the entry"),
                named(
                        "an entry in this directory",
                        "./acme/word.txt",
                        "L012 {dir}/chat.jar: entry './acme/word.txt' has '.' in its path; wanted a relative"
                                + " path of printable names with '/' between them, none of them empty, '.' or '..';"
                                + " rename the entry"),
                BadArtifact.of(
                        "all entries in this directory, as some tools write them",
                        (host, directory) -> {
                            Entries chat = Entries.of(chat(host));
                            return chat.with("./acme/Chat.class", chat.of("acme/Chat.class"))
                                    .without("acme/Chat.class")
                                    .with("./module-info.class", chat.of("module-info.class"))
                                    .without("module-info.class")
                                    .writeTo(directory.resolve("chat.jar"));
                        },
                        "L012 {dir}/chat.jar: entry './acme/Chat.class' has '.' in its path; wanted a relative"
                                + " path of printable names with '/' between them, none of them empty, '.' or '..';"
                                + " rename the entry",
                        "L012 {dir}/chat.jar: entry './module-info.class' has '.' in its path; wanted a"
                                + " relative path of printable names with '/' between them, none of them empty, '.' or"
                                + " '..'; rename the entry"));
    }

    private static List<BadArtifact> twice() {
        return List.of(
                BadArtifact.of(
                        "two entries of one name",
                        (host, directory) -> new ArchiveBytes(Entries.of(chat(host))
                                        .with("acme/Chit.class", new byte[0])
                                        .stored())
                                .rename("acme/Chit.class", "acme/Chat.class")
                                .writeTo(directory.resolve("chat.jar")),
                        "L013 {dir}/chat.jar: entry 'acme/Chat.class' is there more than once; wanted one"
                                + " entry of each name; remove one of them"),
                BadArtifact.of(
                        "two descriptors and two manifests",
                        (host, directory) -> new ArchiveBytes(Entries.of(chat(host))
                                        .with("module-infx.class", new byte[0])
                                        .with("META-INF/MANIFEST.MX", new byte[0])
                                        .stored())
                                .rename("module-infx.class", "module-info.class")
                                .rename("META-INF/MANIFEST.MX", "META-INF/MANIFEST.MF")
                                .writeTo(directory.resolve("chat.jar")),
                        "L013 {dir}/chat.jar: entry 'module-info.class' is there more than once; wanted one"
                                + " entry of each name; remove one of them",
                        "L013 {dir}/chat.jar: entry 'META-INF/MANIFEST.MF' is there more than once; wanted one"
                                + " entry of each name; remove one of them"));
    }

    private static ModuleSource chat(CorpusHost host) {
        return host.chat("return text;").resource("acme/word.txt", "word");
    }

    private static BadArtifact named(String name, String entry, String... messages) {
        return BadArtifact.of(
                name,
                (host, directory) -> Entries.of(chat(host)).with(entry, "word").writeTo(directory.resolve("chat.jar")),
                messages);
    }
}
