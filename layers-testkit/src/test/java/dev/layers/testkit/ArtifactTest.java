package dev.layers.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactTest {
    private static final ModuleSource CHAT =
            ModuleSource.module("module acme.chat {}").type("package acme.chat; class Ping {}");

    @TempDir
    Path directory;

    @Test
    void jar_startsWithTheManifestAndIsSorted() throws IOException {
        Path jar = CHAT.resource("a.txt", "")
                .resource("LICENSE", "")
                .service("bot.Command", "acme.chat.Ping")
                .manifest("Implementation-Title", "Chat")
                .toJar(directory.resolve("chat.jar"));

        List<String> names = names(jar);

        assertThat(names)
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        "LICENSE",
                        "META-INF/services/bot.Command",
                        "a.txt",
                        "acme/chat/Ping.class",
                        "module-info.class");
        try (JarInputStream stream = new JarInputStream(Files.newInputStream(jar))) {
            assertThat(stream.getManifest().getMainAttributes().getValue("Implementation-Title"))
                    .isEqualTo("Chat");
        }
    }

    @Test
    void jar_isReproducible() throws IOException {
        ModuleSource source =
                CHAT.resource("b", "1").resource("a", "2").manifest("X", "1").manifest("A", "2");

        Path jar = source.toJar(directory.resolve("chat.jar"));

        assertThat(jar).hasBinaryContent(source.bytes());
        assertThat(source.resource("c", "3").bytes()).isNotEqualTo(source.bytes());
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().map(JarEntry::getTimeLocal)).containsOnly(LocalDateTime.of(1980, 2, 1, 0, 0));
        }
    }

    @Test
    void jar_replacesAnotherThatIsOpen() throws IOException {
        Path jar = CHAT.resource("age", "old").toJar(directory.resolve("chat.jar"));

        try (JarFile old = new JarFile(jar.toFile())) {
            CHAT.resource("age", "new").toJar(jar);

            assertThat(old.getInputStream(old.getEntry("age")))
                    .hasBinaryContent("old".getBytes(StandardCharsets.UTF_8));
        }
        try (JarFile replaced = new JarFile(jar.toFile())) {
            assertThat(replaced.getInputStream(replaced.getEntry("age")))
                    .hasBinaryContent("new".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(directory.toFile().list()).containsExactly("chat.jar");
    }

    @Test
    void jar_thatCannotBeWrittenLeavesNothingBehind() throws IOException {
        Path taken = Files.createDirectories(directory.resolve("taken/below"));

        assertThatThrownBy(() -> CHAT.toJar(directory.resolve("taken")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Module 'acme.chat': '" + directory.resolve("taken") + "' was not written: ");

        assertThat(taken).isEmptyDirectory();
        assertThat(directory.toFile().list()).containsExactly("taken");
    }

    private static List<String> names(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(JarEntry::getName).toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
