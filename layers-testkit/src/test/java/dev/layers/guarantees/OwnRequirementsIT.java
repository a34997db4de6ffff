package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.LayerManager;
import dev.layers.PreflightException;
import dev.layers.preflight.Finding;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Layers requires for itself lies beside the host on its class path, and is not for modules. */
class OwnRequirementsIT {
    @TempDir
    Path directory;

    @Test
    @DisplayName("On the class path a module cannot require what Layers alone requires")
    void module_doesNotFindWhatLayersRequires() throws Exception {
        assumeThat(LayerManager.class.getModule().isNamed())
                .as("on the module path the JVM itself has it")
                .isFalse();
        try (TestHost host = TestHost.create(directory);
                LayerManager manager = host.manager().build()) {
            Path jar = ModuleSource.module(
                            "module chat { requires bot.api; requires dev.layers.core; requires org.objectweb.asm;"
                                    + " provides bot.Command with acme.Chat; }")
                    .type("package acme; public class Chat implements bot.Command {"
                            + " public String apply(String text) { return \"\" + org.objectweb.asm.Opcodes.ASM9; } }")
                    .dependsOn(host.contractJar())
                    .dependsOn(Stream.of(CorePath.locations()).toArray(Path[]::new))
                    .toJar(directory.resolve("chat.jar"));

            assertThatExceptionOfType(PreflightException.class)
                    .isThrownBy(() -> manager.load(jar))
                    .satisfies(refused -> assertThat(refused.report().findings())
                            .singleElement()
                            .extracting(Finding::found)
                            .asString()
                            .contains("org.objectweb.asm")
                            .doesNotContain("dev.layers.core"));
        }
    }
}
