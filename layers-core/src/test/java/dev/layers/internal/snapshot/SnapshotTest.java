package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.io.ByteArrayOutputStream;
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

        Snapshot snapshot = Snapshots.take(jar);

        assertThat(snapshot.names()).containsExactly("acme.chat");
        assertThat(snapshot.path("acme.chat")).isEqualTo(jar);
        assertThat(names(snapshot)).containsExactly("acme.chat");
        assertThat(snapshot.find("acme.chat").orElseThrow().location()).contains(jar.toUri());
        assertThat(snapshot.find("acme.other")).isEmpty();
    }

    @Test
    void digestOfAJar_isThatOfTheFile() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));

        String digest = Snapshots.take(jar).digest();

        byte[] expected = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        assertThat(digest).isEqualTo(HexFormat.of().formatHex(expected));
    }

    @Test
    void snapshot_outlivesItsFile() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Snapshot snapshot = Snapshots.take(jar);

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

        Snapshot snapshot = Snapshots.take(directory);

        assertThat(snapshot.names()).containsExactly("acme.chat");
        assertThat(read(snapshot, "acme.chat", "acme/chat/greeting.txt")).isEqualTo("Hello");
    }

    @Test
    void explodedPlainDirectory_isNamedAfterIt() throws Exception {
        Path exploded = PLAIN.writeDirectory(directory.resolve("plain-1.0"));

        Snapshot snapshot = Snapshots.take(exploded);

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

        Snapshot snapshot = Snapshots.take(directory);

        assertThat(snapshot.names()).containsExactly("acme.chat", "acme.fonts");
        assertThat(snapshot.candidates(ModuleDescriptor::isAutomatic))
                .extracting(ModuleDescriptor::name)
                .containsExactly("acme.fonts");
    }

    @Test
    void libraries_areModulesButNoCandidates() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Path library = FONTS.writeTo(directory.resolve("fonts.jar"));

        Snapshot snapshot = Snapshots.take(jar, library);

        assertThat(snapshot.names()).containsExactly("acme.chat", "acme.fonts");
        assertThat(snapshot.candidates(any -> false))
                .extracting(ModuleDescriptor::name)
                .containsExactly("acme.chat");
        assertThat(snapshot.digest()).isNotEqualTo(Snapshots.take(jar).digest());
    }

    @Test
    void unknownModule_hasNoPath() throws Exception {
        Snapshot snapshot = Snapshots.take(CHAT.writeTo(directory.resolve("chat.jar")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.path("acme.other"))
                .withMessage("No module 'acme.other' in [acme.chat]");
    }

    @Test
    void directoryAndJar_neverHaveOneDigest() throws Exception {
        byte[] jar = CHAT.bytes();
        Path directory = CHAT.entry("zz", jar).writeDirectory(this.directory.resolve("twin"));
        ByteArrayOutputStream twin = new ByteArrayOutputStream();
        for (String name : Snapshots.take(directory)
                .find("acme.chat")
                .orElseThrow()
                .open()
                .list()
                .sorted()
                .toList()) {
            byte[] bytes = Files.readAllBytes(directory.resolve(name));
            twin.write((name + '\0' + bytes.length + '\0').getBytes(StandardCharsets.UTF_8));
            twin.write(bytes);
        }
        Path file = Files.write(this.directory.resolve("twin.jar"), twin.toByteArray());

        assertThat(Snapshots.take(file).names()).containsExactly("acme.chat");
        assertThat(Snapshots.take(file).digest())
                .isNotEqualTo(Snapshots.take(directory).digest());
    }

    @Test
    void interruptedThread_readsAndStaysInterrupted() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Thread.currentThread().interrupt();

        Snapshot snapshot = Snapshots.take(jar);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(snapshot.names()).containsExactly("acme.chat");
    }

    @Test
    void missingArtifact_isMissing() {
        Path jar = directory.resolve("chat.jar");

        assertDefect(jar, Rule.ARTIFACT_MISSING.at(jar, "nothing is there"));
    }

    @Test
    void missingLibrary_isMissing() throws Exception {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));
        Path library = directory.resolve("fonts.jar");

        assertThat(Snapshots.findings(jar, library))
                .containsExactly(Rule.ARTIFACT_MISSING.at(library, "nothing is there"));
    }

    @Test
    void emptyDirectory_isNoModule() {
        assertDefect(
                directory, Rule.NO_MODULE.at(directory, "neither a jar nor module-info.class nor META-INF/services"));
    }

    @Test
    void plainJarWithoutServices_isNoModule() throws Exception {
        Path jar = FONTS.writeTo(directory.resolve("fonts.jar"));

        assertDefect(jar, Rule.NO_MODULE.at(jar, "neither module-info.class nor a file in META-INF/services"));
    }

    @Test
    void classFileOfALaterJava_isToldByName() throws Exception {
        byte[] late = CHAT.entry("acme/chat/Polite.class").clone();
        late[6] = 0;
        late[7] = (byte) 200;
        Path jar = CHAT.entry("acme/chat/Polite.class", late).writeTo(directory.resolve("chat.jar"));

        assertDefect(
                jar,
                Rule.CLASS_TOO_NEW.at(
                        jar,
                        "'acme/chat/Polite.class' is of class file version 200 (Java 156)",
                        Runtime.version().feature(),
                        Runtime.version().feature(),
                        156));
    }

    @Test
    void lateClassInALaterVersionOfTheJar_isOfNoConcern() throws Exception {
        byte[] late = CHAT.entry("acme/chat/Polite.class").clone();
        late[7] = (byte) 200;
        Path jar = CHAT.manifest("Multi-Release: true")
                .entry("META-INF/versions/156/acme/chat/Polite.class", late)
                .writeTo(directory.resolve("chat.jar"));

        assertThat(Snapshots.take(jar).names()).containsExactly("acme.chat");
    }

    private static void assertDefect(Path artifact, Finding finding) {
        assertThat(Snapshots.findings(artifact)).containsExactly(finding);
    }

    private String digest(String name, TestJar content) throws IOException, ArtifactDefect {
        return Snapshots.take(content.writeDirectory(directory.resolve(name))).digest();
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
