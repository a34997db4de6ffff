package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNameTest {
    private static final TestJar CHAT = TestJar.empty().source("module acme.chat {}");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "acme/",
                "acme/chat/",
                "acme/.hidden",
                "acme/..hidden",
                "acme/...",
                "acme/text.",
                "acme/a b",
                "acme:text",
                "grüße/你好",
                "-",
                "acme/c:text"
            })
    void harmlessName_isAccepted(String name) {
        assertThat(EntryName.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', has no name",
        "/, begins with '/'",
        "/etc/passwd, begins with '/'",
        "//host/share, begins with '/'",
        "acme//text, has an empty name in its path",
        "acme//, has an empty name in its path",
        ".., has '..' in its path",
        "../text, has '..' in its path",
        "acme/../../text, has '..' in its path",
        "acme/.., has '..' in its path",
        "acme/../, has '..' in its path",
        "., has '.' in its path",
        "./text, has '.' in its path",
        "acme/./text, has '.' in its path",
        "C:/text, begins with a drive",
        "c:text, begins with a drive",
        "acme\\text, has '\\' in its path",
        "..\\text, has '\\' in its path"
    })
    void nameThatLeadsOutOrNowhere_isTold(String name, String fault) {
        assertThat(EntryName.fault(name.replace("''", "'"))).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, '\n', '\r', 0x1B, 0x7F, 0x85})
    void controlCharacter_isTold(int character) {
        assertThat(EntryName.fault("acme/te" + (char) character + "xt"))
                .contains(String.format("has the character U+%04X in its name", character));
    }

    @Test
    void quotedName_isOneLine() {
        assertThat(EntryName.quoted("a\nb😀")).isEqualTo("'a\\u000Ab😀'");
    }

    @ParameterizedTest
    @CsvSource({"text, 1", "acme/, 1", "acme/text, 2", "acme/chat/, 2", "acme/chat/text, 3"})
    void depth_isTheNumberOfNames(String name, int depth) {
        assertThat(EntryName.depth(name)).isEqualTo(depth);
    }

    @Test
    void namesInAJar_areToldTogetherAndInFull() throws IOException {
        Path jar = CHAT.entry("../evil.txt", "evil")
                .entry("acme/te\nxt", "two lines")
                .writeTo(directory.resolve("chat.jar"));

        assertThat(Snapshots.findings(jar))
                .extracting(Finding::text)
                .containsExactly(
                        "L012 " + jar + ": entry '../evil.txt' has '..' in its path; wanted a relative path of"
                                + " printable names with '/' between them, none of them empty, '.' or '..'; rename the entry",
                        "L012 " + jar + ": entry 'acme/te\\u000Axt' has the character U+000A in its name; wanted a"
                                + " relative path of printable names with '/' between them, none of them empty, '.' or '..';"
                                + " rename the entry");
    }

    @Test
    void directoryOfAJar_hasAName() throws IOException {
        Path jar = CHAT.entry("../", "").entry("acme/", "").writeTo(directory.resolve("chat.jar"));

        assertThat(Snapshots.findings(jar))
                .containsExactly(Rule.ENTRY_NAME.at(jar, "entry '../' has '..' in its path"));
    }

    @Test
    void nameInADirectory_isTold() throws IOException {
        CHAT.entry("acme/te\\xt", "Hello").writeDirectory(directory);

        assertThat(Snapshots.findings(directory))
                .containsExactly(Rule.ENTRY_NAME.at(directory, "entry 'acme/te\\xt' has '\\' in its path"));
    }

    @Test
    void nameThatIsThereTwice_isToldInFull() throws IOException {
        Path jar = Files.write(
                directory.resolve("chat.jar"),
                renamed(CHAT.entry("text1", "one").entry("text2", "two").bytes(), "text2", "text1"));

        assertThat(Snapshots.findings(jar))
                .extracting(Finding::text)
                .containsExactly("L013 " + jar
                        + ": entry 'text1' is there more than once; wanted one entry of each name; remove one of them");
    }

    @Test
    void fileAndDirectoryOfOneName_areLeft() throws IOException {
        Path jar = CHAT.entry("text", "one").entry("text/", "").writeTo(directory.resolve("chat.jar"));

        assertThat(Snapshots.findings(jar)).isEmpty();
    }

    /** A reader that streams the jar would see another class than one that goes by the directory. */
    @Test
    void entryWithTwoNames_isDamaged() throws IOException {
        byte[] bytes = CHAT.entry("text", "one").bytes();
        int header = indexOf(bytes, "text");
        bytes[header] = 'n';
        Path jar = Files.write(directory.resolve("chat.jar"), bytes);

        assertThat(Snapshots.findings(jar))
                .containsExactly(Rule.ENTRY_DAMAGED.at(jar, "entry 'text' is called 'next' in its own header"));
    }

    private static byte[] renamed(byte[] jar, String from, String to) {
        String text = new String(jar, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] jar, String name) {
        return new String(jar, StandardCharsets.ISO_8859_1).indexOf(name);
    }
}
