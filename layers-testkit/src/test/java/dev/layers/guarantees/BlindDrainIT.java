package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** An unload tells what it could not look at. */
class BlindDrainIT {
    @TempDir
    Path directory;

    @Test
    @EnabledForJreRange(minVersion = 21)
    @DisplayName("G27 Where no thread dump can be written, reload and unload go on, and tell that they looked at no"
            + " virtual thread")
    void unwritableTemporaryDirectory_isTold() throws Exception {
        Path contract = ModuleSource.module("module bot.api { exports bot; }")
                .type("package bot; public interface Command { String apply(String text); }")
                .toJar(directory.resolve("bot-api.jar"));
        Path jar = ModuleSource.module("module chat { requires bot.api; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .dependsOn(contract)
                .toJar(directory.resolve("chat.jar"));
        Path missing = directory.resolve("missing");
        var launch = new HostProcess.Launch(
                TestHost.Kind.CLASS_PATH, contract, directory, List.of("-Djava.io.tmpdir=" + missing));

        try (HostProcess host = launch.start(jar)) {
            String blind = "Collected [virtual threads could not be looked at: " + missing;
            assertThat(host.ask("reload")).startsWith("chat#1 " + blind);
            assertThat(host.ask("unload")).startsWith("chat#2 " + blind);
            assertThat(host.end()).isZero();
        }
    }
}
