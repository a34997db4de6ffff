package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.preflight.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens between the look at a directory and its reading. */
class ArtifactReaderTest {
    @TempDir
    Path directory;

    private Path chat;
    private Path text;
    private Listing listing;

    @BeforeEach
    void list() throws Exception {
        chat = TestJar.empty()
                .source("module acme.chat {}")
                .entry("text", "Hello")
                .writeDirectory(directory.resolve("chat"));
        text = chat.resolve("text");
        listing = ArtifactLister.list(chat, Role.MODULE, Snapshots.LIMITS);
    }

    @Test
    void fileThatGrew_isNotReadFurther() throws Exception {
        Files.writeString(text, "Hello, world");

        assertThatThrownBy(this::read)
                .hasMessage(Rule.NOT_READY
                        .at(chat, "'text' changed its size while it was read", "0 ms")
                        .text());
    }

    @Test
    void fileThatShrank_isNotReady() throws Exception {
        Files.writeString(text, "");

        assertThatThrownBy(this::read)
                .hasMessage(Rule.NOT_READY
                        .at(chat, "'text' changed its size while it was read", "0 ms")
                        .text());
    }

    @Test
    void fileThatBecameALink_isNotFollowed() throws Exception {
        Path other = Files.writeString(directory.resolve("other"), "Hallo");
        Files.delete(text);
        Files.createSymbolicLink(text, other);

        assertThatThrownBy(this::read).hasMessageStartingWith("L003 " + text + ": it cannot be read: ");
    }

    @Test
    void interruptedThread_readsAndKeepsItsFlag() throws Exception {
        Thread.currentThread().interrupt();

        assertThat(ArtifactReader.read(listing, Snapshots.LIMITS)).hasSize(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void read() throws ArtifactDefect {
        ArtifactReader.read(listing, Snapshots.LIMITS);
    }
}
