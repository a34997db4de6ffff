package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What directories may hold that jars cannot. */
class DirectoryTest {
    private static final TestJar CHAT =
            TestJar.empty().source("module acme.chat {}").entry("acme/chat/text", "Hello");
    private static final TestJar FONTS = TestJar.empty().entry("acme/fonts/Font.class", "");

    @TempDir
    Path directory;

    @Test
    void artifactItself_mayBeASymbolicLink() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat-1.jar"));
        Path exploded = CHAT.writeDirectory(directory.resolve("exploded"));

        assertThat(Snapshots.findings(Files.createSymbolicLink(directory.resolve("chat.jar"), jar)))
                .isEmpty();
        assertThat(Snapshots.findings(Files.createSymbolicLink(directory.resolve("chat"), exploded)))
                .isEmpty();
    }

    @Test
    void symbolicLinksBelow_areToldTogetherAndInFull() throws Exception {
        Path other = Files.writeString(directory.resolve("other"), "other");
        Path chat = CHAT.writeDirectory(directory.resolve("chat"));
        Files.createSymbolicLink(chat.resolve("acme/chat/other"), other);
        Files.createSymbolicLink(chat.resolve("acme/loop"), chat);

        assertThat(Snapshots.findings(chat))
                .extracting(Finding::text)
                .containsExactlyInAnyOrder(
                        "L014 " + chat + ": 'acme/chat/other' is a symbolic link to " + other
                                + "; wanted regular files and directories; put a copy of its target there",
                        "L014 " + chat + ": 'acme/loop' is a symbolic link to " + chat
                                + "; wanted regular files and directories; put a copy of its target there");
    }

    @Test
    void symbolicLinkInADirectoryOfJars_isTold() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Path jars = Files.createDirectory(directory.resolve("jars"));
        Files.createSymbolicLink(jars.resolve("chat.jar"), jar);

        assertThat(Snapshots.findings(jars))
                .containsExactly(Rule.SYMBOLIC_LINK.at(jars, "'chat.jar' is a symbolic link to " + jar));
    }

    @Test
    void socketBelow_isToldInFull() throws Exception {
        CHAT.writeDirectory(directory);
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(directory.resolve("socket")));

            assertThat(Snapshots.findings(directory))
                    .extracting(Finding::text)
                    .containsExactly("L015 " + directory + ": 'socket' is neither a regular file nor a directory;"
                            + " wanted regular files and directories; remove it");
        }
    }

    @Test
    void socketAsArtifact_isTold() throws Exception {
        Path path = directory.resolve("socket");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(path));

            assertThat(Snapshots.findings(path))
                    .containsExactly(Rule.ARTIFACT_SPECIAL.at(path, "neither a regular file nor a directory"));
        }
    }

    @Test
    void directoryThatIsNamedLikeAJar_isTold() throws Exception {
        CHAT.writeTo(directory.resolve("chat.jar"));
        Files.createDirectories(directory.resolve("fonts.jar"));
        Files.createDirectories(directory.resolve("texts"));

        assertThat(Snapshots.findings(directory))
                .containsExactly(Rule.NOT_AN_ARCHIVE.at(directory, "'fonts.jar' is a directory"));
    }

    @Test
    void defectsOfAllJars_areToldTogether() throws Exception {
        Path one = Files.writeString(directory.resolve("one.jar"), "no archive");
        Path two = Files.writeString(directory.resolve("two.jar"), "PK");
        CHAT.writeTo(directory.resolve("chat.jar"));
        Path missing = directory.resolve("missing.jar");

        assertThat(Snapshots.findings(directory, missing))
                .containsExactly(
                        Rule.NOT_AN_ARCHIVE.at(one, "not a zip archive"),
                        Rule.ARCHIVE_CUT_SHORT.at(two, "the archive is cut short: 2 bytes and no end record"),
                        Rule.ARTIFACT_MISSING.at(missing, "nothing is there"));
    }

    @Test
    void explodedLibrary_needsClassesAlone() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Path library = FONTS.writeDirectory(directory.resolve("fonts"));

        assertThat(Snapshots.take(jar, library).names()).containsExactly("acme.chat", "fonts");
    }

    @Test
    void libraryWithoutClasses_isNotRead() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Path library = Files.createDirectories(directory.resolve("texts"));
        Files.writeString(library.resolve("text"), "Hello");

        assertThat(Snapshots.findings(jar, library))
                .extracting(Finding::text)
                .containsExactly(
                        "L018 " + library
                                + ": neither a jar nor a class file nor META-INF/MANIFEST.MF; wanted jars, class files or a manifest in a"
                                + " private library; add META-INF/MANIFEST.MF if its resources are the library, or do not name it as one");
    }

    @Test
    void libraryOfResources_needsAManifest() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Path library = TestJar.empty()
                .manifest("Automatic-Module-Name: acme.texts")
                .entry("acme/texts/text", "Hello")
                .writeDirectory(directory.resolve("texts"));

        assertThat(Snapshots.take(jar, library).names()).containsExactly("acme.chat", "acme.texts");
    }

    @Test
    void libraryOfServices_needsNothingElse() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Path library = TestJar.empty()
                .entry("META-INF/services/acme.chat.Greeter", "# none")
                .writeDirectory(directory.resolve("services"));

        assertThat(Snapshots.take(jar, library).names()).containsExactly("acme.chat", "services");
    }

    @Test
    void twoArtifactsOfOneName_areTold() throws Exception {
        Path first = CHAT.writeTo(directory.resolve("chat-1.jar"));
        Path second = CHAT.entry("text", "").writeTo(directory.resolve("chat-2.jar"));

        assertThat(Snapshots.findings(directory))
                .extracting(Finding::text)
                .containsExactly("L031 " + second + ": module 'acme.chat' is also in " + first
                        + "; wanted one artifact of each module name; remove one of the two");
    }

    @Test
    void twoArtifactsOfTheSameBytes_areTold() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Path first = FONTS.writeTo(directory.resolve("fonts.jar"));
        Path second = FONTS.writeTo(directory.resolve("types.jar"));

        assertThat(Snapshots.findings(jar, first, second, jar))
                .extracting(Finding::text)
                .containsExactly(
                        "L032 " + second + ": its bytes are those of " + first
                                + "; wanted each library once; remove one of the two",
                        "L032 " + jar + ": its bytes are those of " + jar
                                + "; wanted each library once; remove one of the two");
    }

    @Test
    void allDamagedEntries_areToldTogether() throws IOException {
        byte[] bytes = CHAT.entry("one", "1").entry("two", "2").bytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("one")] = 'O';
        bytes[text.indexOf("two")] = 'T';
        Path jar = Files.write(directory.resolve("chat.jar"), bytes);

        assertThat(Snapshots.findings(jar))
                .containsExactly(
                        Rule.ENTRY_DAMAGED.at(jar, "entry 'one' is called 'One' in its own header"),
                        Rule.ENTRY_DAMAGED.at(jar, "entry 'two' is called 'Two' in its own header"));
    }
}
