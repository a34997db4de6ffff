package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
    private static final TestJar MODULE = TestJar.empty().source("module acme.chat {}");
    private static final int MODULE_SIZE = MODULE.entry("module-info.class").length;
    private static final TestJar CHAT = MODULE.entry("acme/chat/text", "0123456789");

    private static final TestJar FONTS = TestJar.empty().entry("acme/fonts/Font.class", "");

    @TempDir
    Path directory;

    @Test
    void asManyEntriesAsPermitted_areRead() throws IOException {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));

        assertThat(Snapshots.findings(limits(2, 10_000, 3), jar)).isEmpty();
    }

    @Test
    void tooManyEntriesOfAJar_areToldInFull() throws IOException {
        Path jar = CHAT.entry("acme/", "").writeTo(directory.resolve("chat.jar"));

        assertThat(Snapshots.findings(limits(2, 10_000, 3), jar))
                .extracting(Finding::text)
                .containsExactly(
                        "L009 " + jar
                                + ": 3 entries; wanted at most 2 entries; leave entries out, or raise the host's artifact policy");
    }

    @Test
    void tooManyEntriesOfADirectory_areTold() throws IOException {
        CHAT.writeDirectory(directory);

        assertThat(Snapshots.findings(limits(4, 10_000, 3), directory)).isEmpty();
        assertThat(Snapshots.findings(limits(3, 10_000, 3), directory))
                .containsExactly(Rule.TOO_MANY_ENTRIES.at(directory, "more than 3 entries", 3));
    }

    @Test
    void directoryThatIsNoModule_isLookedAtAsFarAsPermitted() throws IOException {
        for (int index = 0; index < 4; index++) {
            Files.createFile(directory.resolve("file" + index));
        }

        assertThat(Snapshots.findings(limits(3, 10_000, 3), directory))
                .containsExactly(Rule.TOO_MANY_ENTRIES.at(directory, "more than 3 entries", 3));
    }

    @Test
    void asManyBytesAsPermitted_areRead() throws IOException {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));

        assertThat(Files.size(jar)).isGreaterThan(MODULE_SIZE + 10);
        assertThat(Snapshots.findings(limits(9, Files.size(jar), 3), jar)).isEmpty();
    }

    @Test
    void tooManyBytesOfAJar_areToldInFull() throws IOException {
        Path jar = MODULE.entry("one", new byte[4_000])
                .entry("two", new byte[4_000])
                .writeTo(directory.resolve("chat.jar"));
        long bytes = 8_000 + MODULE_SIZE;

        assertThat(Snapshots.findings(limits(9, bytes, 3), jar)).isEmpty();
        assertThat(Snapshots.findings(limits(9, bytes - 1, 3), jar))
                .extracting(Finding::text)
                .containsExactly("L010 " + jar + ": its entries claim " + bytes + " bytes; wanted at most "
                        + (bytes - 1) + " bytes when inflated; leave entries out, or raise the host's artifact policy");
    }

    @Test
    void tooManyBytesOfADirectory_areTold() throws IOException {
        CHAT.writeDirectory(directory);
        long bytes = MODULE_SIZE + 10;

        assertThat(Snapshots.findings(limits(9, bytes, 3), directory)).isEmpty();
        assertThat(Snapshots.findings(limits(9, bytes - 1, 3), directory))
                .containsExactly(
                        Rule.TOO_LARGE.at(directory, "more than " + (bytes - 1) + " bytes in its files", bytes - 1));
    }

    @Test
    void tooManyBytesOfADirectoryOfJars_areToldInFull() throws IOException {
        long bytes = Files.size(CHAT.writeTo(directory.resolve("chat.jar")))
                + Files.size(CHAT.entry("more", new byte[500]).writeTo(directory.resolve("more.jar")));
        Files.write(directory.resolve("notes.txt"), new byte[4_000]);
        Limits limits = limits(3, bytes - 1, 3);

        assertThat(Snapshots.findings(limits, directory))
                .extracting(Finding::text)
                .containsExactly("L010 " + directory + ": more than " + (bytes - 1) + " bytes in its files; wanted at"
                        + " most " + (bytes - 1)
                        + " bytes when inflated; leave entries out, or raise the host's artifact policy");
    }

    @Test
    void asManyBytesOfADirectoryOfJarsAsPermitted_areRead() throws IOException {
        long bytes = Files.size(CHAT.writeTo(directory.resolve("chat.jar")))
                + Files.size(FONTS.writeTo(directory.resolve("fonts.jar")));

        assertThat(Snapshots.findings(limits(3, bytes, 3), directory)).isEmpty();
    }

    @Test
    void tooManyJars_areTold() throws IOException {
        CHAT.writeTo(directory.resolve("chat.jar"));
        FONTS.writeTo(directory.resolve("fonts.jar"));

        assertThat(Snapshots.findings(limits(1, 10_000, 3), directory))
                .containsExactly(Rule.TOO_MANY_ENTRIES.at(directory, "more than 1 entries", 1));
    }

    @Test
    void fileThatIsTooLarge_isNotRead() throws IOException {
        Path jar = directory.resolve("chat.jar");
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
            file.setLength(3L << 30);
        }

        assertThat(Snapshots.findings(jar))
                .containsExactly(Rule.TOO_LARGE.at(jar, "a file of 3221225472 bytes", Snapshots.LIMITS.inflated()));
    }

    @Test
    void bomb_isRefusedByWhatItClaims() throws IOException {
        Path jar = directory.resolve("bomb.jar");
        try (OutputStream target = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(target)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            for (int megabyte = 0; megabyte < 20; megabyte++) {
                zip.write(new byte[1 << 20]);
            }
        }

        assertThat(Snapshots.findings(limits(9, 10 << 20, 3), jar))
                .containsExactly(Rule.TOO_LARGE.at(jar, "entry 'zeros' claims 20971520 bytes", 10 << 20));
    }

    @Test
    void tooDeepPathOfAJar_isToldInFull() throws IOException {
        Path jar = CHAT.writeTo(directory.resolve("chat.jar"));

        assertThat(Snapshots.findings(limits(9, 10_000, 2), jar))
                .extracting(Finding::text)
                .containsExactly("L011 " + jar + ": the path of entry 'acme/chat/text' has 3 names; wanted at most 2"
                        + " names in a path; move the entry up, or raise the host's artifact policy");
    }

    @Test
    void tooDeepPathOfADirectory_isTold() throws IOException {
        CHAT.writeDirectory(directory);

        assertThat(Snapshots.findings(limits(9, 10_000, 2), directory))
                .containsExactly(Rule.TOO_DEEP.at(directory, "the path of entry 'acme/chat/text' has 3 names", 2));
    }

    private static Limits limits(int entries, long inflated, int depth) {
        return new Limits(entries, inflated, depth, Duration.ZERO);
    }
}
