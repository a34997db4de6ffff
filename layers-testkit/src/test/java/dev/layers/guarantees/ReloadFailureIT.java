package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerEvent;
import dev.layers.LayerException;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleStartException;
import dev.layers.ModuleState;
import dev.layers.PreflightException;
import dev.layers.ProviderCreationException;
import dev.layers.ReloadRefusedException;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reload that fails leaves the old generation serving, and a later good one takes over. */
class ReloadFailureIT {
    @TempDir
    Path directory;

    private final List<UnloadReport> discarded = new CopyOnWriteArrayList<>();
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
    @DisplayName("G26 G4 A jar cut short is refused, the old generation serves on")
    void reload_ofHalfAJar_isRefused() throws Exception {
        byte[] whole = chat("two").bytes();
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertServesOn(
                half,
                PreflightException.class,
                "L005 " + directory.resolve("chat.jar") + ": the archive is cut short: " + half.length + " bytes");
        assertThat(discarded).isEmpty();
    }

    @Test
    @DisplayName("G26 A start hook that throws is refused, the old generation serves on, the new one is collected")
    void reload_startThrows_isRefused() throws Exception {
        byte[] throwing = host.lifecycle("public String apply(String text) { return text; }"
                        + "public void start(ModuleContext context) { throw new IllegalStateException(\"no port\"); }")
                .bytes();

        assertServesOn(
                throwing,
                ModuleStartException.class,
                "Module 'chat': start hook of 'acme.Chat' failed: java.lang.IllegalStateException: no port"
                        + " at acme.Chat.start(Chat.java:1)");
        assertThat(discarded).singleElement().satisfies(report -> {
            assertThat(report).isClean();
            assertThat(report.generation()).hasToString("chat#2");
        });
    }

    @Test
    @DisplayName("G26 A constructor that throws is refused, the old generation serves on, the new one is collected")
    void reload_constructorThrows_isRefused() throws Exception {
        byte[] throwing = host.lifecycle("public String apply(String text) { return text; }"
                        + "public Chat() { throw new IllegalStateException(\"no memory\"); }")
                .bytes();

        assertServesOn(
                throwing,
                ProviderCreationException.class,
                "Module 'chat': creating 'acme.Chat' failed: java.lang.IllegalStateException: no memory"
                        + " at acme.Chat.<init>(Chat.java:1)");
        assertThat(discarded)
                .singleElement()
                .satisfies(report -> assertThat(report).isClean());
    }

    @Test
    @DisplayName("G26 An artifact that holds another module now is refused, the old generation serves on")
    void reload_ofAnotherModule_isRefused() throws Exception {
        byte[] other = ModuleSource.module("module other { requires bot.api; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .dependsOn(host.contractJar())
                .bytes();

        assertServesOn(
                other,
                ReloadRefusedException.class,
                "Module 'chat': " + directory.resolve("chat.jar")
                        + " now holds module 'other'; 'chat#1' serves on; unload it and load the other");
        assertThat(discarded).isEmpty();
    }

    private void assertServesOn(byte[] bad, Class<? extends LayerException> type, String message) throws IOException {
        Path jar = host.lifecycle("""
                        bot.Journal journal;
                        public void start(ModuleContext context) { journal = context.service(bot.Journal.class); }
                        public String apply(String text) { return "one " + text; }
                        public void beforeUnload(UnloadContext context) { journal.accept("stopped"); }
                        """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager()
                .listener(event -> {
                    if (event instanceof LayerEvent.Discarded found) {
                        discarded.add(found.report());
                    }
                })
                .build()) {
            LoadedModule module = manager.load(jar);
            var command = host.command(module);
            Files.write(jar, bad);
            assertThatThrownBy(module::reload).isInstanceOf(type).hasMessageStartingWith(message);

            assertThat(command.apply("ping")).isEqualTo("one ping");
            assertThat(module.generation()).hasToString("chat#1");
            assertThat(module.state()).isEqualTo(ModuleState.ACTIVE);
            assertThat(module.reports()).isEmpty();
            assertThat(host.entries()).as("the hook has not run").isEmpty();
            Files.write(jar, chat("two").bytes());
            assertThat(module.reload()).isClean();
            assertThat(host.command(module).apply("ping")).isEqualTo("two ping");
            assertThat(host.entries()).containsExactly("stopped");
        }
    }

    private ModuleSource chat(String answer) {
        return host.chat("return \"" + answer + " \" + text;");
    }
}
