package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleNameTakenException;
import dev.layers.preflight.Finding;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Rule;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Artifacts that are refused before any code of theirs runs: told in full, and the manager stays usable. */
class RefusedArtifactIT {
    private static final String CHAT = "package acme; public class Chat implements bot.Command {"
            + " static { bot.Trace.leave(Chat.class); } public String apply(String text) { return text; } }";

    @TempDir
    Path directory;

    private final Queue<LayerEvent> events = new ConcurrentLinkedQueue<>();
    private TestHost host;
    private LayerManager manager;
    private Path jar;

    @BeforeEach
    void openManager() throws Exception {
        host = TestHost.create(directory);
        manager = host.manager().listener(events::add).build();
        jar = directory.resolve("chat.jar");
    }

    @AfterEach
    void closeManager() throws IOException {
        manager.close();
        host.close();
    }

    @Test
    @DisplayName("G14 Nothing at the path")
    void missingFile_isRefused() throws Exception {
        assertRefused(jar, Rule.ARTIFACT_MISSING, jar + ": nothing is there");
    }

    @Test
    @DisplayName("G14 A file that is no zip archive")
    void textFile_isRefused() throws Exception {
        Files.writeString(jar, "<html>404</html>");

        assertRefused(jar, Rule.NOT_AN_ARCHIVE, jar + ": not a zip archive");
    }

    @Test
    @DisplayName("G14 A jar that is cut short")
    void truncatedJar_isRefused() throws Exception {
        Files.write(jar, Arrays.copyOf(host.chat("return text;").bytes(), 700));

        assertRefused(jar, Rule.ARCHIVE_CUT_SHORT, jar + ": ", "700 bytes");
    }

    @Test
    @DisplayName("G14 A jar with neither descriptor nor services")
    void jarWithoutModuleAndServices_isRefused() throws Exception {
        ModuleSource.plain().type(CHAT).dependsOn(host.contractJar()).toJar(jar);

        assertRefused(jar, Rule.NO_MODULE, jar + ": ", "module-info.class", "META-INF/services");
    }

    @Test
    @DisplayName("G14 A module that provides nothing of the contract")
    void moduleWithoutProvider_isRefused() throws Exception {
        ModuleSource.module("module chat { requires bot.api; }")
                .type(CHAT)
                .dependsOn(host.contractJar())
                .toJar(jar);

        assertRefused(jar, Rule.PROVIDER_MISSING, jar.toString(), "'chat'", "'bot.Command'");
    }

    @Test
    @DisplayName("G14 A directory of jars none of which provides anything of the contract")
    void directoryWithoutProvider_isRefused() throws Exception {
        Path plugin = directory.resolve("plugin");
        ModuleSource.module("module one {}").toJar(plugin.resolve("one.jar"));
        ModuleSource.module("module two {}").toJar(plugin.resolve("two.jar"));

        assertRefused(plugin, Rule.PROVIDER_MISSING, plugin + ": ", "'bot.Command'");
    }

    @Test
    @DisplayName("G14 A required module that is nowhere")
    void missingRequiredModule_isRefused() throws Exception {
        Path fonts = ModuleSource.module("module fonts {}").toJar(directory.resolve("fonts.jar"));
        ModuleSource.module("module chat { requires bot.api; requires fonts; provides bot.Command with acme.Chat; }")
                .type(CHAT)
                .dependsOn(host.contractJar(), fonts)
                .toJar(jar);

        assertRefused(jar, Set.of(Rule.REQUIRED_MISSING, Rule.NOT_RESOLVED), jar.toString(), "fonts", "chat");
    }

    @Test
    @DisplayName("G14 A package in two modules of one artifact")
    void splitPackage_isRefused() throws Exception {
        Path plugin = directory.resolve("plugin");
        host.chat("return text;").toJar(plugin.resolve("chat.jar"));
        ModuleSource.module("module fonts {}")
                .type("package acme; public class Font {}")
                .toJar(plugin.resolve("fonts.jar"));

        assertRefused(plugin, Set.of(Rule.PACKAGE_SPLIT, Rule.NOT_RESOLVED), plugin.toString(), "acme");
    }

    @Test
    @DisplayName("G14 Two jars of one module name in a directory")
    void twoJarsOfOneName_areRefused() throws Exception {
        Path plugin = directory.resolve("plugin");
        Path first = host.chat("return text;").toJar(plugin.resolve("chat-1.jar"));
        Path second = host.chat("return text + text;").toJar(plugin.resolve("chat-2.jar"));

        assertRefused(plugin, Rule.NAME_TWICE, second + ": ", "'chat'", first.toString());
    }

    @Test
    @DisplayName("G14 Several modules of a directory provide services")
    void severalProvidersInDirectory_areRefused() throws Exception {
        Path plugin = directory.resolve("plugin");
        host.chat("return text;").toJar(plugin.resolve("chat.jar"));
        ModuleSource.module("module echo { requires bot.api; provides bot.Command with echo.Echo; }")
                .type("package echo; public class Echo implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .dependsOn(host.contractJar())
                .toJar(plugin.resolve("echo.jar"));

        assertRefused(plugin, Rule.MODULE_AMBIGUOUS, plugin + ": ", "'chat'", "'echo'");
    }

    @Test
    @DisplayName("G12 A name that is loaded")
    void liveName_isRefused() throws Exception {
        LoadedModule module = manager.load(host.chat("return \"one \" + text;").toJar(directory.resolve("one.jar")));
        Path other = host.chat("return \"two \" + text;").toJar(directory.resolve("two.jar"));

        assertThatThrownBy(() -> manager.load(other))
                .isExactlyInstanceOf(ModuleNameTakenException.class)
                .hasMessage("Module 'chat' from " + other + ": 'chat#1' from " + directory.resolve("one.jar")
                        + " is loaded; reload that one, or unload it first");

        assertThat(host.command(module).apply("ping")).isEqualTo("one ping");
        assertThat(module.unload()).isClean();
        assertThat(host.command(manager.load(other)).apply("ping")).isEqualTo("two ping");
    }

    @Test
    @DisplayName("G12 Of 300 loads of one name at once exactly one succeeds")
    void concurrentLoadsOfOneName_giveOneSuccess() throws Exception {
        host.chat("return \"one \" + text;").toJar(jar);
        ExecutorService pool = Executors.newFixedThreadPool(300);
        CountDownLatch ready = new CountDownLatch(300);
        List<Future<String>> loads = new ArrayList<>();

        for (int load = 0; load < 300; load++) {
            loads.add(pool.submit(() -> {
                ready.countDown();
                ready.await();
                return outcomeOfLoad();
            }));
        }
        pool.shutdown();

        List<String> outcomes = new ArrayList<>();
        for (Future<String> load : loads) {
            outcomes.add(load.get());
        }
        assertThat(outcomes).containsOnlyOnce("chat#1 (ACTIVE)");
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.equals("chat#1 (ACTIVE)"))
                .hasSize(299)
                .allMatch(List.of(
                        "Module 'chat' from " + jar
                                + ": another load of it is under way; reload that one, or unload it first",
                        "Module 'chat' from " + jar + ": 'chat#1' from " + jar
                                + " is loaded; reload that one, or unload it first")::contains);
        LoadedModule module = manager.module("chat").orElseThrow();
        assertThat(host.command(module).apply("ping")).isEqualTo("one ping");
        assertThat(module.unload()).isClean();
    }

    private String outcomeOfLoad() {
        try {
            return manager.load(jar).toString();
        } catch (ModuleNameTakenException taken) {
            return taken.getMessage();
        }
    }

    private void assertRefused(Path artifact, Rule rule, String... told) throws Exception {
        assertRefused(artifact, Set.of(rule), told);
    }

    /** Asserts that the load fails with one of these, that no layer was made for it, and that the next load works. */
    private void assertRefused(Path artifact, Set<Rule> rules, String... told) throws Exception {
        Finding error = Refusal.of(() -> manager.load(artifact));

        assertThat(error.rule()).isIn(rules);
        assertThat(error.text()).startsWith(error.rule().id() + " ").contains(told);
        assertThat(events).singleElement().isInstanceOfSatisfying(LayerEvent.LoadFailed.class, failed -> {
            assertThat(failed.origin().artifact()).isEqualTo(artifact.toString());
            assertThat(failed.reason()).isEqualTo(error.text());
            assertThat(failed.refusal())
                    .get()
                    .extracting(PreflightReport::errors)
                    .isEqualTo(List.of(error));
        });
        assertThat(host.traces()).as("code of the module that ran").isEmpty();
        LoadedModule module = manager.load(host.chat("return \"good \" + text;").toJar(directory.resolve("good.jar")));
        assertThat(host.command(module).apply("ping")).isEqualTo("good ping");
        assertThat(module.unload()).isClean();
    }
}
