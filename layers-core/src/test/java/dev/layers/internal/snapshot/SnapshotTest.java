package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.layers.fixture.TestJar;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private static final TestJar CHAT = TestJar.empty()
            .source("module acme.chat {}", "package acme.chat; public class Polite {}")
            .entry("acme/chat/greeting.txt", "Hello");
    private static final TestJar FONTS =
            TestJar.empty().manifest("Automatic-Module-Name: acme.fonts").entry("acme/fonts/Font.class", "");
    private static final TestJar PLAIN = TestJar.empty()
            .entry("META-INF/services/acme.Greeter", "acme.plain.Polite")
            .entry("acme/plain/Polite.class", "");

    @TempDir
    Path directory;

    @Test
    void jar_isOneModule() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));

        Snapshot snapshot = Snapshot.take(jar, List.of());

        assertThat(snapshot.names()).containsExactly("acme.chat");
        assertThat(snapshot.path("acme.chat")).isEqualTo(jar);
        assertThat(names(snapshot)).containsExactly("acme.chat");
        assertThat(snapshot.find("acme.chat").orElseThrow().location()).contains(jar.toUri());
        assertThat(snapshot.find("acme.other")).isEmpty();
    }

    @Test
    void digestOfAJar_isThatOfTheFile() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));

        String digest = Snapshot.take(jar, List.of()).digest();

        byte[] expected = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        assertThat(digest).isEqualTo(HexFormat.of().formatHex(expected));
    }

    @Test
    void snapshot_outlivesItsFile() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Snapshot snapshot = Snapshot.take(jar, List.of());

        Files.delete(jar);

        try (ModuleReader reader = snapshot.find("acme.chat").orElseThrow().open()) {
            assertThat(reader.list()).contains("module-info.class", "acme/chat/greeting.txt");
            assertThat(reader.read("acme/chat/greeting.txt")).contains(ByteBuffer.wrap("Hello".getBytes()));
            assertThat(reader.open("acme/chat/greeting.txt").orElseThrow()).hasContent("Hello");
            assertThat(reader.find("acme/chat/greeting.txt")).isPresent();
            assertThat(reader.find("acme/chat/other.txt")).isEmpty();
            assertThat(reader.read("acme/chat/other.txt")).isEmpty();
            assertThat(reader.open("acme/chat/other.txt")).isEmpty();
        }
    }

    @Test
    void explodedDirectory_isOneModule() throws Exception {
        CHAT.writeDirectory(directory);

        Snapshot snapshot = Snapshot.take(directory, List.of());

        assertThat(snapshot.names()).containsExactly("acme.chat");
        assertThat(read(snapshot, "acme.chat", "acme/chat/greeting.txt")).isEqualTo("Hello");
    }

    @Test
    void explodedPlainDirectory_isNamedAfterIt() throws Exception {
        Path exploded = PLAIN.writeDirectory(directory.resolve("plain-1.0"));

        Snapshot snapshot = Snapshot.take(exploded, List.of());

        assertThat(snapshot.names()).containsExactly("plain");
    }

    @Test
    void digestOfADirectory_changesWithNamesAndBytes() throws Exception {
        String digest = digest("one", CHAT);

        assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(digest("same", CHAT));
        assertThat(digest).isNotEqualTo(digest("text", CHAT.entry("acme/chat/greeting.txt", "Hallo")));
        assertThat(digest).isNotEqualTo(digest("more", CHAT.entry("acme/chat/other.txt", "")));
    }

    @Test
    void directoryOfJars_isSeveralModules() throws Exception {
        CHAT.writeTo(directory.resolve("chat.jar"));
        FONTS.writeTo(directory.resolve("fonts.jar"));
        Files.writeString(directory.resolve("notes.txt"), "no module");

        Snapshot snapshot = Snapshot.take(directory, List.of());

        assertThat(snapshot.names()).containsExactly("acme.chat", "acme.fonts");
        assertThat(snapshot.candidates(ModuleDescriptor::isAutomatic))
                .extracting(ModuleDescriptor::name)
                .containsExactly("acme.fonts");
    }

    @Test
    void libraries_areModulesButNoCandidates() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Path library = FONTS.writeTo(directory.resolve("fonts.jar"));

        Snapshot snapshot = Snapshot.take(jar, List.of(library));

        assertThat(snapshot.names()).containsExactly("acme.chat", "acme.fonts");
        assertThat(snapshot.candidates(any -> false))
                .extracting(ModuleDescriptor::name)
                .containsExactly("acme.chat");
        assertThat(snapshot.digest()).isNotEqualTo(Snapshot.take(jar, List.of()).digest());
    }

    @Test
    void unknownModule_hasNoPath() throws Exception {
        Snapshot snapshot = Snapshot.take(CHAT.writeTo(directory.resolve("chat.jar")), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.path("acme.other"))
                .withMessage("No module 'acme.other' in [acme.chat]");
    }

    @Test
    void missingArtifact_isMissing() {
        Path jar = directory.resolve("chat.jar");

        assertDefect(
                jar,
                ArtifactDefect.Kind.MISSING,
                "nothing is there; wanted a module jar, a directory of classes or a directory of jars");
    }

    @Test
    void missingLibrary_isMissing() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Path library = directory.resolve("fonts.jar");

        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> Snapshot.take(jar, List.of(library)))
                .withMessage(library
                        + ": nothing is there; wanted a module jar, a directory of classes or a directory of jars");
    }

    @Test
    void emptyDirectory_isNoModule() {
        assertDefect(
                directory,
                ArtifactDefect.Kind.NO_MODULE,
                "no module-info.class and no META-INF/services found;"
                        + " add a module descriptor or name the providers in META-INF/services");
    }

    @Test
    void plainJarWithoutServices_isNoModule() throws Exception {
        Path jar = FONTS.writeTo(directory.resolve("fonts.jar"));

        assertDefect(
                jar,
                ArtifactDefect.Kind.NO_MODULE,
                "no module-info.class and no META-INF/services found;"
                        + " add a module descriptor or name the providers in META-INF/services");
    }

    @Test
    void moduleNameTwice_isToldWithBothPlaces() throws Exception {
        Path first = CHAT.writeTo(directory.resolve("chat-1.jar"));
        Path second = CHAT.writeTo(directory.resolve("chat-2.jar"));

        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> Snapshot.take(directory, List.of()))
                .withMessage(second + ": module 'acme.chat' is also in " + first + "; remove one of the two");
    }

    @Test
    void directoryThatIsNamedLikeAJar_cannotBeRead() throws Exception {
        Path jar = Files.createDirectory(directory.resolve("chat.jar"));

        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> Snapshot.take(directory, List.of()))
                .withMessage(
                        jar
                                + ": it cannot be read: java.io.IOException: Is a directory; make it readable for this process");
    }

    @Test
    void classFileOfALaterJava_isToldByName() throws Exception {
        byte[] late = CHAT.entry("acme/chat/Polite.class").clone();
        late[6] = 0;
        late[7] = (byte) 200;
        Path jar = CHAT.entry("acme/chat/Polite.class", late).writeTo(directory.resolve("chat.jar"));

        assertDefect(
                jar,
                ArtifactDefect.Kind.UNREADABLE,
                "'acme/chat/Polite.class' is of class file version 200 (Java 156); compile it for Java "
                        + Runtime.version().feature() + " or run the host on Java 156");
    }

    @Test
    void lateClassInALaterVersionOfTheJar_isOfNoConcern() throws Exception {
        byte[] late = CHAT.entry("acme/chat/Polite.class").clone();
        late[7] = (byte) 200;
        Path jar = CHAT.manifest("Multi-Release: true")
                .entry("META-INF/versions/156/acme/chat/Polite.class", late)
                .writeTo(directory.resolve("chat.jar"));

        assertThat(Snapshot.take(jar, List.of()).names()).containsExactly("acme.chat");
    }

    private static void assertDefect(Path artifact, ArtifactDefect.Kind kind, String message) {
        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> Snapshot.take(artifact, List.of()))
                .withMessage(artifact + ": " + message)
                .matches(defect -> defect.kind() == kind);
    }

    private String digest(String name, TestJar content) throws IOException, ArtifactDefect {
        return Snapshot.take(content.writeDirectory(directory.resolve(name)), List.of())
                .digest();
    }

    private static List<String> names(Snapshot snapshot) {
        return snapshot.findAll().stream()
                .map(reference -> reference.descriptor().name())
                .toList();
    }

    private static String read(Snapshot snapshot, String module, String name) throws IOException {
        try (ModuleReader reader = snapshot.find(module).orElseThrow().open()) {
            return StandardCharsets.UTF_8
                    .decode(reader.read(name).orElseThrow())
                    .toString();
        }
    }
}
