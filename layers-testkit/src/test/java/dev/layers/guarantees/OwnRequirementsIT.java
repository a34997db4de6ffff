package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.PreflightException;
import dev.layers.ServiceContract;
import dev.layers.preflight.Finding;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Supplier;
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
                    .dependsOn(CorePath.locations())
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

    @Test
    @DisplayName("On the class path a module finds what the contract requires, though Layers requires it too")
    void module_findsWhatTheContractRequires() throws Exception {
        assumeThat(LayerManager.class.getModule().isNamed())
                .as("on the module path the JVM itself has it")
                .isFalse();
        Path contractJar = ModuleSource.module(
                        "module tool.api { requires transitive org.objectweb.asm; exports tool; }")
                .type("package tool; public interface Tool extends java.util.function.Supplier<Object> {}")
                .dependsOn(CorePath.locations())
                .toJar(directory.resolve("tool-api.jar"));
        Path jar = ModuleSource.module("module user { requires tool.api; provides tool.Tool with acme.User; }")
                .type("package acme; public class User implements tool.Tool {"
                        + " public Object get() { return org.objectweb.asm.Type.getDescriptor(int.class); } }")
                .dependsOn(contractJar)
                .dependsOn(CorePath.locations())
                .toJar(directory.resolve("user.jar"));
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {contractJar.toUri().toURL()});
                LayerManager manager = LayerManager.builder(ServiceContract.builder()
                                .provides(loader.loadClass("tool.Tool"))
                                .build())
                        .build()) {
            LoadedModule module = manager.load(jar);

            assertThat(((Supplier<?>) module.service(loader.loadClass("tool.Tool"))).get())
                    .isEqualTo("I");
        }
    }
}
