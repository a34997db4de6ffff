package dev.layers.others;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that needs no test library, in a JVM of its own. */
class WithoutJUnitIT {
    @TempDir
    private Path plugins;

    @Test
    void unloadedPlugin_isCollected() throws IOException, InterruptedException {
        assertThat(output("Ada")).matches("COLLECTED after [0-9.]+ m?s\\R");
    }

    @Test
    void runningThread_isTold() throws IOException, InterruptedException {
        assertThat(output("all")).startsWith("RETAINED, outlived ").contains("thread 'greeter'");
    }

    private String output(String name) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutJUnit.class.getName(),
                        GreeterPlugin.write(plugins).toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(program.getInputStream().readAllBytes());
        assertThat(program.waitFor()).isZero();
        return output;
    }
}
