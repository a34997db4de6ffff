package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.ServiceContract;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits that the page about them tells and no other test has. */
class LimitsIT {
    @TempDir
    private Path directory;

    private Path inner;
    private Path outer;

    @BeforeEach
    void writeJars() {
        ModuleSource library = ModuleSource.plain().type("package inner; public class Inner {}");
        inner = library.toJar(directory.resolve("inner.jar"));
        outer = ModuleSource.plain()
                .type("""
                        package acme;

                        public class Chat implements java.util.function.BooleanSupplier {
                            @Override
                            public boolean getAsBoolean() {
                                try {
                                    return Class.forName("inner.Inner") != null;
                                } catch (ClassNotFoundException absent) {
                                    return false;
                                }
                            }
                        }
                        """)
                .service("java.util.function.BooleanSupplier", "acme.Chat")
                .resource("lib/inner.jar", library.bytes())
                .toJar(directory.resolve("chat.jar"));
    }

    @Test
    void jarInsideAJar_isNoLibrary() {
        assertThat(isFound(outer)).isFalse();
    }

    @Test
    void jarBesideAJar_isALibrary() {
        assertThat(isFound(outer, inner)).isTrue();
    }

    private static boolean isFound(Path artifact, Path... libraries) {
        ServiceContract contract =
                ServiceContract.builder().provides(BooleanSupplier.class).build();
        try (LayerManager manager = LayerManager.builder(contract).build()) {
            return manager.load(artifact, libraries)
                    .service(BooleanSupplier.class)
                    .getAsBoolean();
        }
    }
}
