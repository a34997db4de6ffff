package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.Snapshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noticed when a directory changes while it is read. */
class ListingTest {
    @TempDir
    Path directory;

    private Listing before;

    @BeforeEach
    void fill() throws Exception {
        Files.createDirectories(directory.resolve("acme"));
        Files.writeString(directory.resolve("acme/One.class"), "one");
        Files.writeString(directory.resolve("acme/two.txt"), "two");
        before = list();
    }

    @Test
    void quietDirectory_isTheSame() throws Exception {
        assertThat(before.files()).containsOnlyKeys("acme/One.class", "acme/two.txt");
        assertThat(before.changeTo(list())).isEmpty();
    }

    @Test
    void addedFile_isNoticed() throws Exception {
        Files.writeString(directory.resolve("acme/three.txt"), "three");

        assertThat(before.changeTo(list())).contains("'acme/three.txt' was added");
    }

    @Test
    void removedFile_isNoticed() throws Exception {
        Files.delete(directory.resolve("acme/two.txt"));

        assertThat(before.changeTo(list())).contains("'acme/two.txt' was removed");
    }

    @Test
    void replacedFile_isNoticed() throws Exception {
        Path two = directory.resolve("acme/two.txt");
        FileTime modified = Files.getLastModifiedTime(two);
        Path other = Files.writeString(directory.resolve("acme/other.txt"), "owt");
        Files.setLastModifiedTime(other, modified);
        Files.move(other, two, StandardCopyOption.REPLACE_EXISTING);

        assertThat(before.changeTo(list())).contains("'acme/two.txt' was replaced");
    }

    @Test
    void rewrittenFile_isNoticed() throws Exception {
        Files.setLastModifiedTime(directory.resolve("acme/two.txt"), FileTime.fromMillis(1));

        assertThat(before.changeTo(list())).contains("'acme/two.txt' was written to");
    }

    @Test
    void sizeOfAFile_isNoticed() throws Exception {
        Files.writeString(directory.resolve("acme/two.txt"), "longer");
        Listing longer = list();

        assertThat(before.changeTo(longer)).contains("'acme/two.txt' grew from 3 to 6 bytes");
        assertThat(longer.changeTo(before)).contains("'acme/two.txt' shrank from 6 to 3 bytes");
    }

    @Test
    void fileThatWasNamed_isCalledIt() throws Exception {
        Path jar = Files.writeString(directory.resolve("chat.jar"), "one");
        Listing written = ArtifactLister.list(jar, Role.MODULE, Snapshots.LIMITS);
        Files.writeString(jar, "longer");

        assertThat(written.changeTo(ArtifactLister.list(jar, Role.MODULE, Snapshots.LIMITS)))
                .contains("it grew from 3 to 6 bytes");
    }

    private Listing list() throws ArtifactDefect {
        return ArtifactLister.list(directory, Role.LIBRARY, Snapshots.LIMITS);
    }
}
