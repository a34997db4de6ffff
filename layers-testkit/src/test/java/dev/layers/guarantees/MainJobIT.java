package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Load, call, reload, unload: with modular and plain modules, for hosts on the module path and on the class path. */
class MainJobIT {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void modularJar_isLoadedCalledReloadedAndCollected(TestHost.Kind kind) throws Exception {
        try (TestHost host = TestHost.create(kind, directory);
                LayerManager manager = host.manager().build()) {
            Path jar = host.chat("return \"one \" + text;").toJar(directory.resolve("chat.jar"));
            LoadedModule module = manager.load(jar);
            var command = host.command(module);
            assertThat(command.apply("ping")).isEqualTo("one ping");

            host.chat("return \"two \" + text;").toJar(jar);
            assertThat(module.reload()).isClean();

            assertThat(command.apply("ping")).isEqualTo("two ping");
            assertThat(module.unload()).isClean();
        }
    }

    @ParameterizedTest
    @EnumSource
    void plainJar_isLoadedCalledReloadedAndCollected(TestHost.Kind kind) throws Exception {
        try (TestHost host = TestHost.create(kind, directory);
                LayerManager manager = host.manager().build()) {
            Path jar = plain(host, "one").toJar(directory.resolve("chat-1.0.jar"));
            LoadedModule module = manager.load(jar);
            var command = host.command(module);
            assertThat(module.name()).isEqualTo("chat");
            assertThat(command.apply("ping")).isEqualTo("one ping");

            plain(host, "two").toJar(jar);
            assertThat(module.reload()).isClean();

            assertThat(command.apply("ping")).isEqualTo("two ping");
            assertThat(module.unload()).isClean();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hooksOfModularJar_runOnBothKindsOfHost(TestHost.Kind kind) throws Exception {
        try (TestHost host = TestHost.create(kind, directory);
                LayerManager manager = host.manager().build()) {
            Path jar = host.lifecycle("bot.Journal journal;"
                            + "public void start(ModuleContext context) { journal = context.service(bot.Journal.class); journal.accept(\"started \" + context.name() + context.generation()); }"
                            + "public void beforeUnload(UnloadContext context) { journal.accept(\"stopped for \" + context.reason()); }"
                            + "public String apply(String text) { return text; }")
                    .toJar(directory.resolve("chat.jar"));

            LoadedModule module = manager.load(jar);
            assertThat(module.unload()).isClean();

            assertThat(host.entries()).containsExactly("started chat1", "stopped for UNLOAD");
        }
    }

    private static ModuleSource plain(TestHost host, String answer) {
        return ModuleSource.plain()
                .type(
                        "package acme; public class Chat implements bot.Command { public String apply(String text) { return \""
                                + answer + " \" + text; } }")
                .service("bot.Command", "acme.Chat")
                .dependsOn(host.contractJar());
    }
}
