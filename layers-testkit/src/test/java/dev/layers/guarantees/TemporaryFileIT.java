package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory that a module asked its context for goes with it. */
class TemporaryFileIT {
    private static final String MEMBERS = """
            ModuleContext context;
            public void start(ModuleContext given) throws Exception {
                context = given;
                %s
            }
            public String apply(String text) {
                try {
                    java.nio.file.Path file = context.temporaryDirectory().resolve(text);
                    java.nio.file.Files.createDirectories(file.getParent());
                    return java.nio.file.Files.writeString(file, text).toString();
                } catch (java.io.IOException failure) {
                    throw new java.io.UncheckedIOException(failure);
                }
            }
            """;

    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @Test
    @DisplayName("G32 Temporary files go with the generation, and the next has a directory of its own")
    void temporaryFiles_goWithTheGeneration() throws Exception {
        Path jar = host.lifecycle(MEMBERS.formatted("")).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            Path first = Path.of(host.command(module).apply("inner/file.txt"));
            Path again = Path.of(host.command(module).apply("other.txt"));
            assertThat(first).content().isEqualTo("inner/file.txt");
            assertThat(module.reload()).isClean();
            Path second = Path.of(host.command(module).apply("file.txt"));

            assertThat(again.getParent()).isEqualTo(first.getParent().getParent());
            assertThat(again.getParent()).doesNotExist();
            assertThat(second.getParent()).isNotEqualTo(again.getParent());
            assertThat(module.unload()).isClean();
            assertThat(second.getParent()).doesNotExist();
        }
    }

    @Test
    @DisplayName("G14 G32 Temporary files of a module whose start fails are deleted")
    void temporaryFiles_ofFailedStart_areDeleted() throws Exception {
        Path jar = host.lifecycle(MEMBERS.formatted("throw new IllegalStateException(apply(\"file.txt\"));"))
                .toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            String message = failure(() -> manager.load(jar));

            String file = message.replaceAll("(?s).*IllegalStateException: (\\S+file\\.txt).*", "$1");
            assertThat(Path.of(file)).isAbsolute();
            assertThat(Files.exists(Path.of(file).getParent())).isFalse();
        }
    }

    private static String failure(Supplier<LoadedModule> load) {
        try {
            return load.get().toString();
        } catch (ModuleStartException failure) {
            return String.valueOf(failure.getMessage());
        }
    }
}
