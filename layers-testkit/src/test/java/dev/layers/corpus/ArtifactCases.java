package dev.layers.corpus;

import dev.layers.ArtifactPolicy;
import dev.layers.LayerManagerBuilder;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What lies at the path is none, cannot be read, is too much, or is being written. */
final class ArtifactCases {
    private ArtifactCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(unreadable(), links(), special(), limits(), restless()).flatMap(List::stream);
    }

    private static List<BadArtifact> unreadable() {
        return List.of(
                BadArtifact.of(
                        "nothing at the path",
                        (host, directory) -> directory.resolve("chat.jar"),
                        "L001 {dir}/chat.jar: nothing is there; wanted a module jar, a directory of classes or"
                                + " a directory of jars; correct the path"),
                BadArtifact.of(
                        "no library at the path",
                        (host, directory) -> host.beside(
                                host.chat("return text;").toJar(directory.resolve("chat.jar")),
                                directory.resolve("words.jar"),
                                directory.resolve("numbers.jar")),
                        "L001 {dir}/words.jar: nothing is there; wanted a module jar, a directory of classes"
                                + " or a directory of jars; correct the path",
                        "L001 {dir}/numbers.jar: nothing is there; wanted a module jar, a directory of classes"
                                + " or a directory of jars; correct the path"),
                BadArtifact.of(
                        "a path through a file",
                        (host, directory) -> Files.writeString(directory.resolve("chat.jar"), "")
                                .resolve("inner.jar"),
                        "L001 {dir}/chat.jar/inner.jar: nothing is there; wanted a module jar, a directory of classes or a"
                                + " directory of jars; correct the path"),
                BadArtifact.of(
                        "a link to itself",
                        (host, directory) ->
                                Files.createSymbolicLink(directory.resolve("chat.jar"), Path.of("chat.jar")),
                        "L003 {dir}/chat.jar: it cannot be read: Too many levels of symbolic links or unable"
                                + " to access attributes of symbolic link; wanted an artifact that this process may"
                                + " read; correct the path or its permissions"),
                BadArtifact.of(
                        "a link to nothing",
                        (host, directory) ->
                                Files.createSymbolicLink(directory.resolve("chat.jar"), Path.of("chat-1.0.jar")),
                        "L001 {dir}/chat.jar: a symbolic link whose target is not there; wanted a module jar,"
                                + " a directory of classes or a directory of jars; correct the path"));
    }

    private static List<BadArtifact> links() {
        return List.of(
                BadArtifact.of(
                        "an exploded directory with a linked file",
                        (host, directory) -> {
                            Path chat = host.chat("return text;").toDirectory(directory.resolve("chat"));
                            Path word = Files.writeString(directory.resolve("word.txt"), "word");
                            Files.createSymbolicLink(chat.resolve("acme/word.txt"), word);
                            return chat;
                        },
                        "L014 {dir}/chat: 'acme/word.txt' is a symbolic link to {dir}/word.txt; wanted regular"
                                + " files and directories; put a copy of its target there"),
                BadArtifact.of(
                        "an exploded directory with a linked directory that leads back, and another link",
                        (host, directory) -> {
                            Path chat = host.chat("return text;").toDirectory(directory.resolve("chat"));
                            Files.createSymbolicLink(chat.resolve("acme/again"), chat);
                            Files.createSymbolicLink(chat.resolve("lost"), Path.of("../nowhere"));
                            return chat;
                        },
                        "L014 {dir}/chat: 'acme/again' is a symbolic link to {dir}/chat; wanted regular files"
                                + " and directories; put a copy of its target there",
                        "L014 {dir}/chat: 'lost' is a symbolic link to ../nowhere; wanted regular files and"
                                + " directories; put a copy of its target there"),
                BadArtifact.of(
                        "a directory of jars with a linked jar",
                        (host, directory) -> {
                            Path chat = Files.createDirectory(directory.resolve("chat"));
                            host.chat("return text;").toJar(chat.resolve("chat.jar"));
                            Path tools = CorpusHost.tools("2").toJar(directory.resolve("tools.jar"));
                            Files.createSymbolicLink(chat.resolve("tools.jar"), tools);
                            return chat;
                        },
                        "L014 {dir}/chat: 'tools.jar' is a symbolic link to {dir}/tools.jar; wanted regular"
                                + " files and directories; put a copy of its target there"));
    }

    private static List<BadArtifact> special() {
        return List.of(
                BadArtifact.of(
                        "a socket",
                        (host, directory) -> socket(directory.resolve("chat.jar")),
                        "L002 {dir}/chat.jar: neither a regular file nor a directory; wanted a regular file or"
                                + " a directory; name a module jar or a directory"),
                BadArtifact.of(
                        "a socket in an exploded directory",
                        (host, directory) -> {
                            Path chat = host.chat("return text;").toDirectory(directory.resolve("chat"));
                            socket(chat.resolve("acme/control"));
                            return chat;
                        },
                        "L015 {dir}/chat: 'acme/control' is neither a regular file nor a directory; wanted"
                                + " regular files and directories; remove it"),
                BadArtifact.of(
                        "a directory of jars with a directory called jar",
                        (host, directory) -> {
                            Path chat = Files.createDirectory(directory.resolve("chat"));
                            host.chat("return text;").toJar(chat.resolve("chat.jar"));
                            CorpusHost.tools("2").toDirectory(chat.resolve("tools.jar"));
                            return chat;
                        },
                        "L004 {dir}/chat: 'tools.jar' is a directory; wanted a zip archive; put a module jar"
                                + " there"));
    }

    private static List<BadArtifact> limits() {
        return List.of(
                limited(
                        "too many entries",
                        policy().entriesUpTo(5),
                        crowded(),
                        false,
                        "L009 {dir}/chat.jar: 6 entries; wanted at most 5 entries; leave entries out, or raise"
                                + " the host's artifact policy"),
                limited(
                        "too many files in an exploded directory",
                        policy().entriesUpTo(7),
                        crowded(),
                        true,
                        "L009 {dir}/chat: more than 7 entries; wanted at most 7 entries; leave entries out, or"
                                + " raise the host's artifact policy"),
                limited(
                        "one entry that is too large",
                        policy().inflatedUpTo(1_000_000),
                        large(),
                        false,
                        "L010 {dir}/chat.jar: entry 'acme/large.bin' claims 1200000 bytes; wanted at most"
                                + " 1000000 bytes when inflated; leave entries out, or raise the host's artifact policy"),
                limited(
                        "entries that are too large together",
                        policy().inflatedUpTo(2_100_000),
                        chat -> large().apply(ModuleSource.plain()),
                        false,
                        "L010 {dir}/chat.jar: its entries claim 2100025 bytes; wanted at most 2100000 bytes"
                                + " when inflated; leave entries out, or raise the host's artifact policy"),
                limited(
                        "one file that is too large",
                        policy().inflatedUpTo(1_000_000),
                        large(),
                        true,
                        "L010 {dir}/chat: 'acme/large.bin' is a file of 1200000 bytes; wanted at most 1000000 bytes when"
                                + " inflated; leave entries out, or raise the host's artifact policy",
                        "L010 {dir}/chat: more than 1000000 bytes in its files; wanted at most 1000000 bytes"
                                + " when inflated; leave entries out, or raise the host's artifact policy"),
                limited(
                        "files that are too large together",
                        policy().inflatedUpTo(2_100_000),
                        large(),
                        true,
                        "L010 {dir}/chat: more than 2100000 bytes in its files; wanted at most 2100000 bytes"
                                + " when inflated; leave entries out, or raise the host's artifact policy"),
                limited(
                        "an entry that lies too deep",
                        policy().depthUpTo(4),
                        deep(),
                        false,
                        "L011 {dir}/chat.jar: the path of entry 'a/b/c/d/e.txt' has 5 names; wanted at most 4"
                                + " names in a path; move the entry up, or raise the host's artifact policy"),
                limited(
                        "a file that lies too deep",
                        policy().depthUpTo(4),
                        deep(),
                        true,
                        "L011 {dir}/chat: the path of entry 'a/b/c/d/e.txt' has 5 names; wanted at most 4"
                                + " names in a path; move the entry up, or raise the host's artifact policy"));
    }

    private static BadArtifact limited(
            String name,
            ArtifactPolicy policy,
            UnaryOperator<ModuleSource> more,
            boolean isExploded,
            String... messages) {
        return BadArtifact.of(
                        name,
                        (host, directory) -> {
                            ModuleSource chat = more.apply(host.chat("return text;"));
                            return isExploded
                                    ? chat.toDirectory(directory.resolve("chat"))
                                    : chat.toJar(directory.resolve("chat.jar"));
                        },
                        messages)
                .by((host, good) -> host.manager().reading(policy));
    }

    private static ArtifactPolicy policy() {
        return ArtifactPolicy.standard().quietFor(Duration.ZERO);
    }

    private static UnaryOperator<ModuleSource> crowded() {
        return chat -> chat.resource("1.txt", "").resource("2.txt", "").resource("3.txt", "");
    }

    /** Two of them deflate well. */
    private static UnaryOperator<ModuleSource> large() {
        return chat ->
                chat.resource("acme/large.bin", new byte[1_200_000]).resource("acme/small.bin", new byte[900_000]);
    }

    private static UnaryOperator<ModuleSource> deep() {
        return chat -> chat.resource("a/b/c/d/e.txt", "");
    }

    private static List<BadArtifact> restless() {
        return List.of(
                BadArtifact.of(
                                "a jar without its end that is being written",
                                (host, directory) -> {
                                    byte[] cut = Arrays.copyOf(
                                            host.chat("return text;").bytes(), 200);
                                    return host.keepWriting(Files.write(directory.resolve("chat.jar"), cut));
                                },
                                "L008 {dir}/chat.jar: it was written to while it was waited for; wanted an artifact"
                                        + " that nobody writes to for 500 ms; let the writing end, then load it again")
                        .by(ArtifactCases::patient),
                BadArtifact.of(
                                "an exploded directory whose class is being written",
                                (host, directory) -> {
                                    Path chat = host.chat("return text;").toDirectory(directory.resolve("chat"));
                                    host.keepWriting(Files.write(chat.resolve("acme/Chat.class"), new byte[100]));
                                    return chat;
                                },
                                "L008 {dir}/chat: 'acme/Chat.class' was written to while it was waited for; wanted an"
                                        + " artifact that nobody writes to for 500 ms; let the writing end, then load it again")
                        .by(ArtifactCases::patient),
                BadArtifact.of(
                                "a library that is being written",
                                (host, directory) -> host.beside(
                                        host.chat("return text;").toJar(directory.resolve("chat.jar")),
                                        host.keepWriting(Files.writeString(directory.resolve("tools.jar"), "PK"))),
                                "L008 {dir}/tools.jar: it was written to while it was waited for; wanted an artifact"
                                        + " that nobody writes to for 500 ms; let the writing end, then load it again")
                        .by(ArtifactCases::patient));
    }

    private static LayerManagerBuilder patient(CorpusHost host, Path good) {
        return host.manager().reading(policy().quietFor(Duration.ofMillis(500)));
    }

    /** A socket stays in the file system when it is closed. */
    private static Path socket(Path path) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
        }
        return path;
    }
}
