package dev.layers.internal.residue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryDirectoryTest {
    private final TemporaryDirectory directory = new TemporaryDirectory("chat#1");

    @TempDir
    Path other;

    @Test
    void directory_isMadeOnce() throws IOException {
        Path first = directory.path();
        Path second = directory.path();

        assertThat(second).isEqualTo(first).isEmptyDirectory();
        assertThat(first.getFileName().toString()).startsWith("layers-chat-1-");
        assertThat(directory.delete()).isEmpty();
    }

    @Test
    void directory_isItsOwnersAlone() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");

        Path path = directory.path();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
        assertThat(directory.delete()).isEmpty();
    }

    @Test
    void delete_followsNoLink() throws IOException {
        Path kept = Files.writeString(other.resolve("kept.txt"), "kept");
        Path inner = Files.createDirectories(directory.path().resolve("a/b"));
        Files.writeString(inner.resolve("file.txt"), "gone");
        Files.createSymbolicLink(inner.resolve("link"), other);
        Files.createSymbolicLink(inner.resolve("dangling"), other.resolve("absent"));

        assertThat(directory.delete()).isEmpty();

        assertThat(inner.getParent().getParent()).doesNotExist();
        assertThat(kept).hasContent("kept");
    }

    @Test
    void delete_ofOneThatNobodyAskedFor_doesNothing() {
        assertThat(directory.delete()).isEmpty();
        assertThat(directory.delete()).isEmpty();
    }

    @Test
    void delete_ofOneThatTheModuleDeleted_doesNothing() throws IOException {
        Files.delete(directory.path());

        assertThat(directory.delete()).isEmpty();
    }

    @Test
    void path_afterDeletion_isRefused() throws IOException {
        directory.path();
        directory.delete();

        assertThatIllegalStateException()
                .isThrownBy(directory::path)
                .withMessage("Module 'chat#1' is unloaded; its temporary directory was deleted");
    }
}
