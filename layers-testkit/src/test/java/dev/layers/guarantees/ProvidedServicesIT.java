package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a module provides, and how the host finds modules and their services. */
class ProvidedServicesIT {
    @TempDir
    Path directory;

    private TestHost host;
    private LayerManager manager;
    private Path jar;

    @BeforeEach
    void openManager() throws Exception {
        host = TestHost.create(directory);
        manager = host.manager().build();
        jar = directory.resolve("chat.jar");
    }

    @AfterEach
    void closeManager() throws IOException {
        manager.close();
        host.close();
    }

    @Test
    @DisplayName("G16 Services come in the order of the descriptor, the first of them alone where one is asked for")
    void services_areInTheOrderOfTheDescriptor() {
        module("acme.Second, acme.Third, acme.First")
                .type(command("First", "first"))
                .type(command("Second", "second"))
                .type(command("Third", "third"))
                .toJar(jar);

        LoadedModule module = manager.load(jar);

        assertThat(answers(module)).containsExactly("second", "third", "first");
        assertThat(host.command(module)).isSameAs(host.commands(module).get(0));
        assertThat(module.unload()).isClean();
    }

    @Test
    @DisplayName("G16 Provider methods may return the service itself, and each of them counts")
    void providerMethods_areProvidersOfTheirOwn() {
        module("acme.First, acme.Second, acme.Third")
                .type(
                        "package acme; public class First { public static bot.Command provider() { return text -> \"first\"; } }")
                .type(
                        "package acme; public class Second { public static bot.Command provider() { return text -> \"second\"; } }")
                .type(command("Third", "third"))
                .toJar(jar);

        LoadedModule module = manager.load(jar);
        List<UnaryOperator<String>> commands = host.commands(module);

        assertThat(answers(module)).containsExactly("first", "second", "third");
        assertThat(module.reload()).isClean();
        assertThat(host.commands(module)).containsExactlyElementsOf(commands);
        assertThat(answers(module)).containsExactly("first", "second", "third");
        assertThat(module.unload()).isClean();
    }

    @Test
    @DisplayName("G16 A class that is named for two services is created once")
    void classNamedForTwoServices_isCreatedOnce() {
        host.lifecycle("""
                        private static int created;
                        private String state = "not started";
                        public Chat() { created++; }
                        public void start(ModuleContext context) { state = "started"; }
                        public String apply(String text) { return state + ", created " + created; }
                        """).toJar(jar);

        LoadedModule module = manager.load(jar);

        assertThat(host.command(module).apply("state")).isEqualTo("started, created 1");
        assertThat(module.unload()).isClean();
    }

    @Test
    @DisplayName("A module with hooks alone is told to provide something of the contract")
    void moduleWithHooksAlone_isRefused() {
        ModuleSource.module("module chat { requires dev.layers.core;"
                        + " provides dev.layers.module.ModuleLifecycle with acme.Chat; }")
                .type("package acme; public class Chat implements dev.layers.module.ModuleLifecycle {}")
                .dependsOn(CorePath.locations())
                .toJar(jar);

        Finding error = Refusal.of(() -> manager.load(jar));

        assertThat(error.rule()).isEqualTo(Rule.PROVIDER_MISSING);
        assertThat(error.text()).contains(jar.toString(), "'chat'", "'bot.Command'");
    }

    @Test
    @DisplayName("A service that the contract does not name is the caller's mistake")
    void serviceOutsideTheContract_isRefused() {
        LoadedModule module = manager.load(host.chat("return text;").toJar(jar));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> module.service(Runnable.class))
                .withMessage("Service 'java.lang.Runnable' is not provided by the contract; it names [bot.Command]");
    }

    @Test
    @DisplayName("A module is found under its name while it is loaded, as the same handle")
    void module_isFoundByNameWhileLoaded() {
        assertThat(manager.module("chat")).isEmpty();

        LoadedModule module = manager.load(host.chat("return text;").toJar(jar));

        assertThat(manager.module("chat")).containsSame(module);
        assertThat(manager.module("other")).isEmpty();
        assertThat(module.unload()).isClean();
        assertThat(manager.module("chat")).isEmpty();
    }

    @Test
    @DisplayName("Modules are listed in the order of loading, which a reload does not change")
    void modules_areListedInTheOrderOfLoading() {
        LoadedModule second = load("second");
        LoadedModule first = load("first");
        LoadedModule third = load("third");

        assertThat(second.reload()).isClean();

        assertThat(manager.modules()).containsExactly(second, first, third);
        assertThat(first.unload()).isClean();
        assertThat(manager.modules()).containsExactly(second, third);
        assertThat(manager.unloadAll())
                .extracting(report -> report.generation().toString())
                .containsExactly("third#1", "second#2");
        assertThat(manager.modules()).isEmpty();
    }

    @Test
    @DisplayName("G34 Statics start fresh in each generation")
    void statics_startFreshInEachGeneration() {
        ModuleSource.module("module chat { requires bot.api; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command { private static int calls;"
                        + " public String apply(String text) { return \"call \" + ++calls; } }")
                .dependsOn(host.contractJar())
                .toJar(jar);
        LoadedModule module = manager.load(jar);
        UnaryOperator<String> command = host.command(module);
        assertThat(List.of(command.apply(""), command.apply(""))).containsExactly("call 1", "call 2");

        assertThat(module.reload()).isClean();
        assertThat(List.of(command.apply(""), command.apply(""))).containsExactly("call 1", "call 2");

        assertThat(module.unload()).isClean();
        assertThat(host.command(manager.load(jar)).apply("")).isEqualTo("call 1");
    }

    private LoadedModule load(String name) {
        return manager.load(ModuleSource.module(
                        "module " + name + " { requires bot.api; provides bot.Command with " + name + ".Chat; }")
                .type(command("Chat", name).replace("package acme", "package " + name))
                .dependsOn(host.contractJar())
                .toJar(directory.resolve(name + ".jar")));
    }

    private ModuleSource module(String providers) {
        return ModuleSource.module("module chat { requires bot.api; provides bot.Command with " + providers + "; }")
                .dependsOn(host.contractJar());
    }

    private static String command(String name, String answer) {
        return "package acme; public class " + name
                + " implements bot.Command { public String apply(String text) { return \"" + answer + "\"; } }";
    }

    private List<String> answers(LoadedModule module) {
        return host.commands(module).stream().map(command -> command.apply("")).toList();
    }
}
