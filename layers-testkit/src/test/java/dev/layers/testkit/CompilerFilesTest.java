package dev.layers.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CompilerFilesTest {
    @TempDir
    Path directory;

    @Test
    @EnabledOnOs(OS.LINUX)
    void dependency_isNotOpenAfterwards() throws IOException {
        Path contract = ModuleSource.module("module bot.api { exports bot; }")
                .type("package bot; public interface Command {}")
                .toJar(directory.resolve("bot.jar"));
        ModuleSource modular = ModuleSource.module("module acme.chat { requires bot.api; }")
                .type("package acme.chat; class Ping implements bot.Command {}")
                .dependsOn(contract);
        ModuleSource plain = ModuleSource.plain()
                .type("package acme.chat; class Ping implements bot.Command {}")
                .dependsOn(contract);
        try (JarFile open = new JarFile(contract.toFile())) {
            assertThat(openFiles()).contains(Path.of(open.getName()).toRealPath());
        }

        modular.bytes();
        plain.bytes();
        assertThatThrownBy(modular.type("package acme.chat; class Pong extends Peng {}")::bytes)
                .isInstanceOf(ModuleSourceException.class);

        assertThat(openFiles()).isNotEmpty().doesNotContain(contract.toRealPath());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void compiling_leavesNoFileOpen() {
        ModuleSource source = ModuleSource.module("module acme.chat {}").type("package acme.chat; class Ping {}");
        source.bytes();
        List<Path> before = openFiles();

        source.bytes();
        source.release(11).bytes();

        assertThat(openFiles()).containsExactlyInAnyOrderElementsOf(before);
    }

    private static List<Path> openFiles() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.flatMap(CompilerFilesTest::target).toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Stream<Path> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor));
        } catch (IOException closedMeanwhile) {
            return Stream.empty();
        }
    }
}
