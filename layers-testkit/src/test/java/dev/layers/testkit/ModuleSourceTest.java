package dev.layers.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleSourceTest {
    private static final String PING = """
            package acme.chat;

            public class Ping implements java.util.function.IntSupplier {
                public int getAsInt() {
                    return 42;
                }
            }
            """;

    private static final ModuleSource CHAT = ModuleSource.module(
                    "module acme.chat { provides java.util.function.IntSupplier with acme.chat.Ping; }")
            .type(PING);

    private static final ModuleSource PLAIN_CHAT = ModuleSource.plain()
            .type(PING)
            .service("java.util.function.IntSupplier", "acme.chat.Ping")
            .manifest("Automatic-Module-Name", "acme.chat");

    @TempDir
    Path directory;

    @BeforeAll
    static void useSuppliers() {
        ModuleSourceTest.class.getModule().addUses(IntSupplier.class);
    }

    @Test
    void modularJar_loadsInABareLayer() {
        // @start region="modular"
        Path jar = ModuleSource.module(
                        "module acme.chat { provides java.util.function.IntSupplier with acme.chat.Ping; }")
                .type("""
                      package acme.chat;

                      public class Ping implements java.util.function.IntSupplier {
                          public int getAsInt() {
                              return 42;
                          }
                      }
                      """)
                .resource("acme/chat/greeting.txt", "hello")
                .toJar(directory.resolve("chat.jar"));
        // @end

        List<Integer> answers = answers(layer(jar));

        assertThat(answers).isEqualTo(List.of(42));
    }

    @Test
    void modularJar_hasItsDescriptor() {
        Path jar = CHAT.toJar(directory.resolve("chat.jar"));

        ModuleDescriptor descriptor = descriptor(jar);

        assertThat(descriptor.isAutomatic()).isFalse();
        assertThat(descriptor.name()).isEqualTo("acme.chat");
        assertThat(descriptor.packages()).containsExactly("acme.chat");
        assertThat(descriptor.provides()).singleElement().satisfies(provides -> {
            assertThat(provides.service()).isEqualTo("java.util.function.IntSupplier");
            assertThat(provides.providers()).containsExactly("acme.chat.Ping");
        });
    }

    @Test
    void plainJar_isAnAutomaticModuleWithItsProvider() {
        Path jar = PLAIN_CHAT.toJar(directory.resolve("some.jar"));

        ModuleDescriptor descriptor = descriptor(jar);

        assertThat(descriptor.isAutomatic()).isTrue();
        assertThat(descriptor.name()).isEqualTo("acme.chat");
        assertThat(answers(layer(jar))).isEqualTo(List.of(42));
    }

    @Test
    void directory_loadsInABareLayer() {
        Path exploded = CHAT.resource("acme/chat/greeting.txt", "hello").toDirectory(directory.resolve("a/chat"));

        List<Integer> answers = answers(layer(exploded));

        assertThat(answers).isEqualTo(List.of(42));
        assertThat(exploded.resolve("acme/chat/greeting.txt")).hasContent("hello");
        assertThat(exploded.resolve("META-INF/MANIFEST.MF")).exists();
    }

    @Test
    void dependency_isOnTheModulePathOfAModularSource() {
        Path contract = ModuleSource.module("module bot.api { exports bot; }")
                .type("package bot; public interface Command extends java.util.function.IntSupplier {}")
                .toJar(directory.resolve("bot.jar"));
        ModuleSource chat = ModuleSource.module(
                        "module acme.chat { requires bot.api; provides java.util.function.IntSupplier with acme.chat.Ping; }")
                .type(PING.replace("java.util.function.IntSupplier", "bot.Command"));

        Path jar = chat.dependsOn(contract).toJar(directory.resolve("chat.jar"));

        assertThat(answers(layer(contract, jar))).isEqualTo(List.of(42));
        assertThatThrownBy(chat::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessageContaining("module not found: bot.api");
    }

    @Test
    void dependency_mayBeExplodedOrAutomatic() {
        Path exploded = ModuleSource.module("module bot.api { exports bot; }")
                .type("package bot; public interface Command {}")
                .toDirectory(directory.resolve("bot"));
        Path automatic = ModuleSource.plain()
                .type("package old; public class Base {}")
                .toJar(directory.resolve("old-base-1.0.jar"));
        ModuleSource source = ModuleSource.module("module acme.chat { requires bot.api; requires old.base; }")
                .type("package acme.chat; class Ping extends old.Base implements bot.Command {}");

        Path jar = source.dependsOn(exploded).dependsOn(automatic).toJar(directory.resolve("chat.jar"));

        assertThat(layer(exploded, automatic, jar).modules())
                .extracting(Module::getName)
                .containsExactlyInAnyOrder("bot.api", "old.base", "acme.chat");
    }

    @Test
    void dependency_isOnTheClassPathOfAPlainSource() {
        Path contract = ModuleSource.plain()
                .type("package bot; public interface Command extends java.util.function.IntSupplier {}")
                .toDirectory(directory.resolve("bot"));
        ModuleSource chat = ModuleSource.plain().type(PING.replace("java.util.function.IntSupplier", "bot.Command"));

        Path jar = chat.dependsOn(contract).toJar(directory.resolve("chat.jar"));

        assertThat(names(jar)).contains("acme/chat/Ping.class");
        assertThatThrownBy(chat::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessageContaining("package bot does not exist");
    }

    @Test
    void resource_isReadFromTheModule() throws IOException {
        Path jar = CHAT.resource("greeting.txt", "grüß dich").toJar(directory.resolve("chat.jar"));

        Module module = layer(jar).findModule("acme.chat").orElseThrow();

        try (InputStream greeting = module.getResourceAsStream("greeting.txt")) {
            assertThat(greeting).hasBinaryContent("grüß dich".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void resource_takesThePlaceOfAClassFile() {
        Path jar = CHAT.resource("acme/chat/Ping.class", new byte[] {1, 2, 3}).toJar(directory.resolve("chat.jar"));

        ModuleLayer layer = layer(jar);

        assertThatThrownBy(() -> answers(layer)).hasRootCauseInstanceOf(ClassFormatError.class);
    }

    @Test
    void jar_withoutDirectoryGetsOne() {
        Path jar = CHAT.toJar(directory.resolve("plugins/chat/chat.jar"));

        assertThat(descriptor(jar).name()).isEqualTo("acme.chat");
    }

    @Test
    void types_liePerPackage() {
        Path jar = CHAT.type("package acme.chat.deep.below; public record Point(int x, int y) {}")
                .type(
                        "package acme.chat.deep; class Outer { static class Nested {} Runnable r = () -> {}; } class Beside {}")
                .type("package acme.chat.deep; @interface Marked {}")
                .toJar(directory.resolve("chat.jar"));

        assertThat(names(jar))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        "acme/chat/Ping.class",
                        "acme/chat/deep/Beside.class",
                        "acme/chat/deep/Marked.class",
                        "acme/chat/deep/Outer$Nested.class",
                        "acme/chat/deep/Outer.class",
                        "acme/chat/deep/below/Point.class",
                        "module-info.class");
    }

    @Test
    void type_addedTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHAT.type("package acme.chat; class Ping {}"))
                .withMessage("Module 'acme.chat': 'acme/chat/Ping.java' was added before");
    }

    @Test
    void source_isImmutable() {
        byte[] greeting = {1, 2, 3};
        ModuleSource stem = CHAT.resource("greeting", greeting);
        byte[] before = stem.bytes();

        greeting[0] = 9;
        stem.type("package acme.chat; class Pong {}")
                .resource("a", "")
                .manifest("X", "1")
                .service("a.B", "c.D");
        stem.release(21).compilerOptions("-bad").dependsOn(Path.of("missing.jar"));

        assertThat(stem.bytes()).isEqualTo(before);
    }

    private static ModuleLayer layer(Path... artifacts) {
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(artifacts), ModuleFinder.of(), Set.of("acme.chat"));
        return ModuleLayer.boot().defineModulesWithOneLoader(configuration, null);
    }

    private static List<Integer> answers(ModuleLayer layer) {
        return ServiceLoader.load(layer, IntSupplier.class).stream()
                .filter(provider -> provider.type().getModule().getLayer() == layer)
                .map(provider -> provider.get().getAsInt())
                .toList();
    }

    private static ModuleDescriptor descriptor(Path artifact) {
        return ModuleFinder.of(artifact).findAll().stream()
                .map(ModuleReference::descriptor)
                .findFirst()
                .orElseThrow(() -> new FindException("no module in " + artifact));
    }

    private static List<String> names(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(JarEntry::getName).toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
