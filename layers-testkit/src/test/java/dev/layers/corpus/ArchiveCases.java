package dev.layers.corpus;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with the archive and the bytes of its entries. */
final class ArchiveCases {
    private static final String WORD = "acme/word.txt";

    private ArchiveCases() {}

    /** How the bytes of a good jar are changed. */
    private interface Change {
        byte[] of(ArchiveBytes archive) throws Exception;
    }

    static Stream<BadArtifact> all() {
        return Stream.of(noArchive(), directory(), entries(), sizes()).flatMap(List::stream);
    }

    private static List<BadArtifact> noArchive() {
        return List.of(
                BadArtifact.of(
                        "a file that is no archive",
                        (host, directory) -> Files.writeString(directory.resolve("chat.jar"), "<html>404</html>"),
                        "L004 {dir}/chat.jar: not a zip archive; wanted a zip archive; put a module jar there"),
                BadArtifact.of(
                        "an empty file",
                        (host, directory) -> Files.createFile(directory.resolve("chat.jar")),
                        "L005 {dir}/chat.jar: the archive is cut short: 0 bytes and no end record; wanted an"
                                + " archive that ends with its end record; copy it completely, then load it again"),
                changed(
                        "an archive that is cut short",
                        archive -> Arrays.copyOf(archive.bytes(), 100),
                        "L005 {dir}/chat.jar: the archive is cut short: 100 bytes and no end record; wanted an"
                                + " archive that ends with its end record; copy it completely, then load it again"),
                changed(
                        "two bytes of an archive",
                        archive -> Arrays.copyOf(archive.bytes(), 2),
                        "L005 {dir}/chat.jar: the archive is cut short: 2 bytes and no end record; wanted an"
                                + " archive that ends with its end record; copy it completely, then load it again"),
                BadArtifact.of(
                        "an archive of another kind",
                        (host, directory) ->
                                Files.write(directory.resolve("chat.jar"), new byte[] {0x1f, (byte) 0x8b, 8, 0}),
                        "L004 {dir}/chat.jar: not a zip archive; wanted a zip archive; put a module jar there"),
                BadArtifact.of(
                        "two broken jars in a directory",
                        (host, directory) -> {
                            Path chat = Files.createDirectory(directory.resolve("chat"));
                            Files.writeString(chat.resolve("chat.jar"), "404");
                            Files.write(
                                    chat.resolve("words.jar"),
                                    Arrays.copyOf(chat(host).bytes(), 100));
                            return chat;
                        },
                        "L004 {dir}/chat/chat.jar: not a zip archive; wanted a zip archive; put a module jar"
                                + " there",
                        "L005 {dir}/chat/words.jar: the archive is cut short: 100 bytes and no end record;"
                                + " wanted an archive that ends with its end record; copy it completely, then load it again"));
    }

    private static List<BadArtifact> directory() {
        return List.of(
                changed(
                        "an archive whose directory lacks an entry",
                        archive -> archive.twoBytes(archive.end() + 10, 5).bytes(),
                        "L006 {dir}/chat.jar: its directory ends after 4 of 5 entries; wanted an archive whose"
                                + " directory describes its entries; build or copy it again"),
                changed(
                        "an archive whose directory has an entry more",
                        archive -> archive.twoBytes(archive.end() + 10, 3).bytes(),
                        "L006 {dir}/chat.jar: its directory goes on after 3 entries; wanted an archive whose"
                                + " directory describes its entries; build or copy it again"),
                changed(
                        "an archive whose directory lies beyond the end",
                        archive ->
                                archive.fourBytes(archive.end() + 16, 1 << 30).bytes(),
                        "L006 {dir}/chat.jar: its directory does not lie inside the archive; wanted an archive"
                                + " whose directory describes its entries; build or copy it again"),
                changed(
                        "an archive whose directory is damaged",
                        archive -> archive.fourBytes(archive.central(WORD), 0).bytes(),
                        "L006 {dir}/chat.jar: its directory ends after 2 of 4 entries; wanted an archive whose"
                                + " directory describes its entries; build or copy it again"));
    }

    private static List<BadArtifact> entries() {
        return List.of(
                changed(
                        "an entry with another byte than was written",
                        archive -> archive.text(archive.local(WORD) + 30 + WORD.length(), "W")
                                .bytes(),
                        "L007 {dir}/chat.jar: entry 'acme/word.txt' does not match its checksum; wanted an"
                                + " entry that can be read and matches its checksum; build or copy it again"),
                changed(
                        "an entry whose header is elsewhere",
                        archive ->
                                archive.fourBytes(archive.central(WORD) + 42, 3).bytes(),
                        "L007 {dir}/chat.jar: entry 'acme/word.txt' has no header at 3; wanted an entry that"
                                + " can be read and matches its checksum; build or copy it again"),
                changed(
                        "an entry that its own header calls otherwise",
                        archive -> archive.text(archive.local(WORD) + 30, "acme/lord")
                                .bytes(),
                        "L007 {dir}/chat.jar: entry 'acme/word.txt' is called 'acme/lord.txt' in its own"
                                + " header; wanted an entry that can be read and matches its checksum; build or copy it"
                                + " again"),
                changed(
                        "an encrypted entry",
                        archive ->
                                archive.twoBytes(archive.central(WORD) + 8, 1).bytes(),
                        "L007 {dir}/chat.jar: entry 'acme/word.txt' is encrypted; wanted an entry that can be"
                                + " read and matches its checksum; build or copy it again"),
                changed(
                        "an entry of an unknown compression",
                        archive ->
                                archive.twoBytes(archive.central(WORD) + 10, 93).bytes(),
                        "L007 {dir}/chat.jar: entry 'acme/word.txt' uses unknown compression 93; wanted an"
                                + " entry that can be read and matches its checksum; build or copy it again"),
                changed(
                        "stored bytes that are said to be deflated",
                        archive ->
                                archive.twoBytes(archive.central(WORD) + 10, 8).bytes(),
                        "L007 {dir}/chat.jar: entry 'acme/word.txt' cannot be inflated: invalid block type;"
                                + " wanted an entry that can be read and matches its checksum; build or copy it again"),
                changed(
                        "a class and a resource that are damaged",
                        archive -> archive.fourBytes(archive.central("acme/Chat.class") + 16, 7)
                                .fourBytes(archive.central(WORD) + 16, 7)
                                .bytes(),
                        "L007 {dir}/chat.jar: entry 'acme/Chat.class' does not match its checksum; wanted an"
                                + " entry that can be read and matches its checksum; build or copy it again",
                        "L007 {dir}/chat.jar: entry 'acme/word.txt' does not match its checksum; wanted an"
                                + " entry that can be read and matches its checksum; build or copy it again"),
                changed(
                        "a module descriptor that is damaged",
                        archive -> archive.fourBytes(archive.central("module-info.class") + 16, 7)
                                .bytes(),
                        "L007 {dir}/chat.jar: entry 'module-info.class' does not match its checksum; wanted an"
                                + " entry that can be read and matches its checksum; build or copy it again"),
                changed(
                        "a manifest that is damaged",
                        archive -> archive.fourBytes(archive.central("META-INF/MANIFEST.MF") + 16, 7)
                                .bytes(),
                        "L007 {dir}/chat.jar: entry 'META-INF/MANIFEST.MF' does not match its checksum; wanted"
                                + " an entry that can be read and matches its checksum; build or copy it again"));
    }

    private static List<BadArtifact> sizes() {
        return List.of(
                changed(
                        "a stored entry of two sizes",
                        archive ->
                                archive.fourBytes(archive.central(WORD) + 24, 3).bytes(),
                        "L007 {dir}/chat.jar: entry 'acme/word.txt' is stored with two sizes; wanted an entry"
                                + " that can be read and matches its checksum; build or copy it again"),
                changed(
                        "an entry that reaches beyond the end",
                        archive -> archive.fourBytes(archive.central(WORD) + 20, 1 << 20)
                                .fourBytes(archive.central(WORD) + 24, 1 << 20)
                                .bytes(),
                        "L007 {dir}/chat.jar: entry 'acme/word.txt' reaches beyond the end; wanted an entry"
                                + " that can be read and matches its checksum; build or copy it again"),
                changed(
                        "an entry that inflates to more than it can",
                        archive -> archive.twoBytes(archive.central(WORD) + 10, 8)
                                .fourBytes(archive.central(WORD) + 24, 1 << 24)
                                .bytes(),
                        "L007 {dir}/chat.jar: entry 'acme/word.txt' claims 16777216 bytes inflated from 4;"
                                + " wanted an entry that can be read and matches its checksum; build or copy it again"),
                changed(
                        "an entry of four gigabytes without the field for it",
                        archive -> archive.fourBytes(archive.central(WORD) + 24, -1)
                                .bytes(),
                        "L007 {dir}/chat.jar: entry 'acme/word.txt' lacks its Zip64 field; wanted an entry"
                                + " that can be read and matches its checksum; build or copy it again"),
                changed(
                        "an entry larger than any policy permits",
                        archive -> archive.fourBytes(archive.central(WORD) + 24, -2)
                                .bytes(),
                        "L010 {dir}/chat.jar: entry 'acme/word.txt' claims 4294967294 bytes; wanted at most"
                                + " 536870912 bytes when inflated; leave entries out, or raise the host's artifact policy"));
    }

    private static ModuleSource chat(CorpusHost host) {
        return host.chat("return text;").resource(WORD, "word");
    }

    /** Its entries are stored: manifest, class, resource, descriptor. */
    private static BadArtifact changed(String name, Change change, String... messages) {
        return BadArtifact.of(
                name,
                (host, directory) -> Files.write(
                        directory.resolve("chat.jar"),
                        change.of(new ArchiveBytes(Entries.of(chat(host)).stored()))),
                messages);
    }
}
