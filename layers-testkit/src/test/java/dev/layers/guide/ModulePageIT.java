package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/writing-a-module.md} shows does what it says. */
class ModulePageIT {
    private static final Path PAGE = Path.of("..", "docs", "writing-a-module.md");

    @TempDir
    Path directory;

    @Test
    void moduleThatUsesItsContext_isClean() throws Exception {
        new Printed(new GuideHost(directory).having("chat").run("CheckHost", "chat.jar")).isShownAs("module-context");
    }

    @Test
    void moduleThatStartsThreads_isNotedBeforeItRuns() throws Exception {
        new Printed(new GuideHost(directory).having("tidy").run("CheckHost", "tidy.jar")).isShownAs("module-notes");
    }

    /** The last fence of the page, run where it says the artifacts lie. */
    @Test
    void command_isClean() throws Exception {
        GuideSources.module("chat").toJar(directory.resolve("chat.jar"));
        Files.copy(GuideJars.COMPILED.contract(), directory.resolve("bot-api.jar"));
        String shown = Files.readString(PAGE).split("```sh\njava ")[1].split("\n```")[0];
        String tool = Path.of("target", "layers-check.jar").toAbsolutePath().toString();

        String printed = new GuideJvm(directory, "")
                .run(Stream.of(shown.split(" "))
                        .map(word -> word.equals("layers-testkit/target/layers-check.jar") ? tool : word)
                        .toList());

        assertThat(printed).contains("CLEAN");
    }
}
