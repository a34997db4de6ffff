package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionedContentsTest {
    @Test
    void versionedFile_replacesTheBase() throws IOException {
        Contents contents = view(17, "acme/A.class", "META-INF/versions/11/acme/A.class");

        assertThat(contents.names()).containsExactly("acme/A.class");
        assertThat(text(contents, "acme/A.class")).isEqualTo("META-INF/versions/11/acme/A.class");
    }

    @Test
    void highestVersionUpToTheRunningOne_wins() throws IOException {
        Contents contents = view(
                17,
                "META-INF/versions/18/acme/A.class",
                "META-INF/versions/17/acme/A.class",
                "META-INF/versions/9/acme/A.class",
                "acme/A.class");

        assertThat(text(contents, "acme/A.class")).isEqualTo("META-INF/versions/17/acme/A.class");
    }

    @Test
    void fileOfALaterVersionAlone_isNotThere() throws IOException {
        Contents contents = view(17, "META-INF/versions/18/acme/A.class");

        assertThat(contents.names()).isEmpty();
        assertThat(contents.read("acme/A.class")).isNull();
    }

    @Test
    void directoriesThatAreNoVersion_areLeftOut() throws IOException {
        Contents contents = view(
                17,
                "META-INF/versions/8/acme/A.class",
                "META-INF/versions/09/acme/A.class",
                "META-INF/versions/next/acme/A.class",
                "META-INF/versions/99999999999/acme/A.class",
                "META-INF/versions/notes.txt");

        assertThat(contents.names()).isEmpty();
    }

    @Test
    void metaInf_hasNoVersions() throws IOException {
        Contents contents =
                view(17, "META-INF/services/acme.Greeter", "META-INF/versions/11/META-INF/services/acme.Greeter");

        assertThat(contents.names()).containsExactly("META-INF/services/acme.Greeter");
        assertThat(text(contents, "META-INF/services/acme.Greeter")).isEqualTo("META-INF/services/acme.Greeter");
    }

    @Test
    void order_isThatOfTheArchive() {
        Contents contents =
                view(17, "z/Z.class", "acme/A.class", "META-INF/versions/11/z/Z.class", "m/M.class", "b/B.class");

        assertThat(contents.names()).containsExactly("z/Z.class", "acme/A.class", "m/M.class", "b/B.class");
    }

    /** Every file holds its own name. */
    private static Contents view(int running, String... names) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, name.getBytes(StandardCharsets.UTF_8));
        }
        return VersionedContents.of(new DirectoryContents(files), running);
    }

    private static String text(Contents contents, String name) throws IOException {
        return new String(contents.read(name), StandardCharsets.UTF_8);
    }
}
