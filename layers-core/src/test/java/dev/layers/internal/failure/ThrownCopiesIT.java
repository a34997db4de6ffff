package dev.layers.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the JDK keeps of the classes that it writes and reads. */
class ThrownCopiesIT {
    @Test
    void descriptorsOfWrittenClasses_holdThemSoftlyAtMost() throws Exception {
        assertThat(said("-Dnothing=special"))
                .containsExactly(
                        "copy: java.lang.IllegalStateException: odd frames: true",
                        "collected: true",
                        "collected once forgotten: true");
    }

    /** A descriptor that was cleared while its class was alive waits in a queue of the JDK, and holds the class. */
    @Test
    void descriptorsThatWereCleared_holdTheirClassesUntilTheyAreForgotten() throws Exception {
        assertThat(said("-XX:SoftRefLRUPolicyMSPerMB=0"))
                .containsExactly(
                        "copy: java.lang.IllegalStateException: odd frames: true",
                        "collected: false",
                        "collected once forgotten: true");
    }

    @Test
    void filterOfTheWholeVm_leavesText() throws Exception {
        assertThat(said("-Djdk.serialFilter=!*"))
                .containsExactly(
                        "copy: dev.layers.internal.failure.Told: java.lang.IllegalStateException: odd frames: true",
                        "collected: true",
                        "collected once forgotten: true");
    }

    private static List<String> said(String option) throws IOException, InterruptedException {
        String classPath = Path.of("target", "classes") + File.pathSeparator + Path.of("target", "test-classes");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-cp",
                        classPath,
                        OtherVm.class.getName())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text.lines().filter(line -> line.startsWith("co")).toList();
    }
}
