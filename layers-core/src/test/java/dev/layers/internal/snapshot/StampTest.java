package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noticed when a directory changes while it is read. */
class StampTest {
    @TempDir
    Path directory;

    private Map<Path, Stamp> before = Map.of();

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(directory.resolve("acme"));
        Files.writeString(directory.resolve("acme/one.txt"), "one");
        Files.writeString(directory.resolve("acme/two.txt"), "two");
        before = Stamp.below(directory);
    }

    @Test
    void quietDirectory_hasTheSameStamps() throws IOException {
        assertThat(Stamp.below(directory)).isEqualTo(before).hasSize(2);
    }

    @Test
    void addedFile_isNoticed() throws IOException {
        Files.writeString(directory.resolve("acme/three.txt"), "three");

        assertThat(Stamp.below(directory)).isNotEqualTo(before);
    }

    @Test
    void removedFile_isNoticed() throws IOException {
        Files.delete(directory.resolve("acme/two.txt"));

        assertThat(Stamp.below(directory)).isNotEqualTo(before);
    }

    @Test
    void replacedFile_isNoticed() throws IOException {
        Path two = directory.resolve("acme/two.txt");
        FileTime modified = Files.getLastModifiedTime(two);
        Path other = Files.writeString(directory.resolve("acme/other.txt"), "owt");
        Files.setLastModifiedTime(other, modified);
        Files.move(other, two, StandardCopyOption.REPLACE_EXISTING);

        assertThat(Stamp.below(directory)).isNotEqualTo(before);
    }

    @Test
    void rewrittenFile_isNoticed() throws IOException {
        Path two = directory.resolve("acme/two.txt");
        Files.setLastModifiedTime(two, FileTime.fromMillis(1));

        assertThat(Stamp.below(directory)).isNotEqualTo(before);
    }
}
