package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job in a JVM of its own, started as a user would start it: with no options but its path. */
class HostKindIT {
    private static final String CONTRACT = "package bot; public interface Command { String apply(String text); }";

    @TempDir
    Path directory;

    /** Whether an artifact has a descriptor. */
    enum Form {
        MODULAR,
        PLAIN
    }

    static Stream<Arguments> kinds() {
        return Stream.of(TestHost.Kind.values())
                .flatMap(kind -> Stream.of(Form.values())
                        .flatMap(contract ->
                                Stream.of(Form.values()).map(module -> Arguments.of(kind, contract, module))));
    }

    @ParameterizedTest(name = "host on {0}, {1} contract, {2} module")
    @MethodSource("kinds")
    @DisplayName("Every kind of host loads, calls, reloads and unloads every kind of module without an option")
    void hostInItsOwnJvm_doesTheMainJob(TestHost.Kind kind, Form contract, Form module) throws Exception {
        Path contractJar = contract(contract).toJar(directory.resolve("bot-api.jar"));
        Path jar = module(module, "one", contractJar).toJar(directory.resolve("chat.jar"));
        var launch = new HostProcess.Launch(kind, contractJar, directory, List.of());

        try (HostProcess host = launch.start(jar)) {
            assertThat(host.ask("ping")).isEqualTo("one ping");
            module(module, "two", contractJar).toJar(jar);
            assertThat(host.ask("reload")).isEqualTo("chat#1 Collected []");
            assertThat(host.ask("ping")).isEqualTo("two ping");
            assertThat(host.ask("unload")).isEqualTo("chat#2 Collected []");

            assertThat(host.ask("options")).isNotNull().doesNotContain("--add-");
            assertThat(host.end()).isZero();
        }
    }

    private static ModuleSource contract(Form form) {
        ModuleSource source =
                form == Form.MODULAR ? ModuleSource.module("module bot.api { exports bot; }") : ModuleSource.plain();
        return source.type(CONTRACT);
    }

    private static ModuleSource module(Form form, String answer, Path contractJar) {
        ModuleSource source = form == Form.MODULAR
                ? ModuleSource.module("module chat { requires bot.api; provides bot.Command with acme.Chat; }")
                : ModuleSource.plain().service("bot.Command", "acme.Chat");
        return source.type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return \"" + answer + " \" + text; } }")
                .dependsOn(contractJar);
    }
}
