package dev.layers.docs.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.model.Trouble;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFilesTest {
    private static final int MIB = 1 << 20;

    @TempDir
    private Path temporary;

    @Test
    void classesBeyondTheLimitOfAModule_areLeftOut() throws Exception {
        Files.createDirectories(temporary.resolve("a"));
        Files.write(temporary.resolve("a/A.class"), new byte[2 * MIB]);
        Files.write(temporary.resolve("a/B.class"), new byte[1]);
        Troubles troubles = new Troubles("x");

        try (ClassFiles files = ClassFiles.of(found(), 2, troubles)) {
            files.read("a.A", file -> {});
            files.read("a.B", file -> {});
        }

        assertThat(troubles.all())
                .containsExactly(
                        new Trouble("x!/a/A.class", "left out, it is no class file; build it again or leave it out"),
                        new Trouble(
                                "x!/a/B.class",
                                "left out, the classes before it are 2 MiB or more; build it again or leave it out"));
    }

    @Test
    void classThatVanishes_isTold() throws Exception {
        Troubles troubles = new Troubles("x");

        try (ClassFiles files = ClassFiles.of(found(), troubles)) {
            files.read("a.A", file -> {});
        }

        assertThat(troubles.all())
                .containsExactly(new Trouble("x!/a/A.class", "listed, but not there; build it again or leave it out"));
    }

    private Found found() {
        ModuleDescriptor descriptor =
                ModuleDescriptor.newAutomaticModule("a").packages(Set.of("a")).build();
        return new Found("x", new ClassesDirectory(descriptor, temporary));
    }
}
