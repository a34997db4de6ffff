package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Names beyond ASCII in a process whose locale has no other characters. */
@DisabledOnOs(OS.WINDOWS)
class LocaleTest {
    @TempDir
    Path directory;

    /** Prints the digest of what lies at the path that is given, or what is wrong with it. */
    public static void main(String[] arguments) {
        Path path = Path.of(arguments[0]);
        try {
            System.out.print(Snapshots.take(path).digest());
        } catch (ArtifactDefect defect) {
            System.out.print(defect.getMessage());
        }
    }

    @Test
    void namesBeyondTheLocale_areReadAsUtf8() throws Exception {
        TestJar.empty()
                .source("module acme.chat {}")
                .entry("acme/grüße/texts.properties", "hello=grüße")
                .entry("acme/größe/texts.properties", "hello=größe")
                .writeDirectory(directory);

        assertThat(printedInPosixLocale(directory))
                .isEqualTo(Snapshots.take(directory).digest());
    }

    @Test
    void directoryOfJars_isReadToo() throws Exception {
        TestJar.empty().source("module acme.chat {}").writeTo(directory.resolve("grüße.jar"));

        assertThat(printedInPosixLocale(directory))
                .isEqualTo(Snapshots.take(directory).digest());
    }

    private static String printedInPosixLocale(Path artifact) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "target/classes:target/test-classes",
                LocaleTest.class.getName(),
                artifact.toString());
        java.environment().putAll(Map.of("LC_ALL", "C"));
        Process process = java.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
