package dev.layers.sample.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.sample.contract.Command;
import dev.layers.testkit.ModuleSource;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions with the bot, with modules as text. */
class BotIT {
    @TempDir
    Path directory;

    private final StringWriter transcript = new StringWriter();

    @Test
    void session_loadsCallsReloadsAndUnloads() throws Exception {
        Path jar = module("return \"pong \" + arguments;").toJar(directory.resolve("chat.jar"));

        int exitCode = talk("load " + jar, "ping you", "reload", "ping", "unload", "quit");

        assertThat(lines())
                .contains(
                        "> ping you",
                        "pong you",
                        "loaded chat#1 in N ms",
                        "chat#1 unloaded (RELOAD, sha256 N): COLLECTED after N ms",
                        "chat#2 unloaded (UNLOAD, sha256 N): COLLECTED after N ms");
        assertThat(exitCode).as(transcript.toString()).isZero();
    }

    @Test
    void end_unloadsWhatIsLoaded() throws Exception {
        Path jar = module("return arguments;").toJar(directory.resolve("chat.jar"));

        int exitCode = talk("load " + jar);

        assertThat(lines()).contains("chat#1 unloaded (UNLOAD, sha256 N): COLLECTED after N ms");
        assertThat(exitCode).as(transcript.toString()).isZero();
    }

    @Test
    void status_showsGenerationDigestAndEarlierVerdicts() throws Exception {
        Path jar = module("return arguments;").toJar(directory.resolve("chat.jar"));

        talk("status", "load " + jar, "reload", "status", "unload", "status");

        assertThat(lines())
                .contains("no module was loaded yet; 'load PATH' loads one")
                .anyMatch(line ->
                        line.matches("ACTIVE chat#2, sha256 [0-9a-f]{12}, loaded at [0-9:]{8} from .*chat\\.jar"))
                .contains("  earlier: chat#1 unloaded (RELOAD, sha256 N): COLLECTED after N ms")
                .anyMatch(line -> line.startsWith("UNLOADED chat#2, sha256 "))
                .contains("  earlier: chat#2 unloaded (UNLOAD, sha256 N): COLLECTED after N ms");
    }

    @Test
    void help_listsOwnWordsAndCommandsOfModules() throws Exception {
        Path jar = module("return arguments;").toJar(directory.resolve("chat.jar"));

        talk("load " + jar, "help");

        assertThat(lines())
                .contains("load PATH      loads a module from a jar or a directory", "ping           answers");
    }

    @Test
    void leak_isToldAndFailsTheSession() throws Exception {
        Path jar = leakingModule().toJar(directory.resolve("chat.jar"));

        int exitCode = talk("load " + jar, "ping", "unload", "quit");

        assertThat(lines())
                .anyMatch(line -> line.startsWith("chat#1 unloaded (UNLOAD, sha256 N): RETAINED, outlived "));
        assertThat(lines())
                .anyMatch(line -> line.contains("still runs: thread 'forgotten'"))
                .anyMatch(line -> line.startsWith("  held by: thread 'forgotten' runs; "))
                .anyMatch(line -> line.startsWith("    to do: end that thread when the module is unloaded"));
        assertThat(exitCode).isOne();
    }

    @Test
    void refusedLoad_isToldAndTheBotGoesOn() throws Exception {
        Path jar = module("return \"pong\";").toJar(directory.resolve("chat.jar"));
        Path missing = directory.resolve("missing.jar");

        int exitCode = talk("load " + missing, "load " + jar, "ping", "quit");

        assertThat(lines())
                .anyMatch(line -> line.startsWith("L001 " + missing + ": nothing is there; wanted "))
                .contains("pong");
        assertThat(exitCode).isOne();
    }

    @Test
    void check_tellsWhatALoadWouldFind() throws Exception {
        Path jar = module("return \"pong\";").toJar(directory.resolve("chat.jar"));

        int exitCode = talk("check " + jar, "quit");

        assertThat(lines())
                .anyMatch(line -> line.matches(
                        "Module 'chat' from \\Q" + jar + "\\E \\(sha256 [0-9a-f]{12}, no signer\\): accepted"))
                .contains("  'dev.layers.sample.contract.Command' is implemented by 'chat.Ping'")
                .noneMatch(line -> line.startsWith("loaded "));
        assertThat(exitCode).isZero();
    }

    @Test
    void check_ofWhatIsRefused_failsTheSession() throws Exception {
        Path missing = directory.resolve("missing.jar");

        int exitCode = talk("check " + missing, "check", "quit");

        assertThat(lines())
                .contains(missing + ": refused, 1 error")
                .contains("    do: correct the path")
                .contains("check what? 'check PATH' takes a module jar or a directory");
        assertThat(exitCode).isOne();
    }

    @Test
    void failingCommand_isAnAnswer() throws Exception {
        Path jar = module("throw new IllegalStateException(\"out of order\");").toJar(directory.resolve("chat.jar"));

        int exitCode = talk("load " + jar, "ping", "unload", "quit");

        assertThat(lines())
                .contains("the command failed: java.lang.IllegalStateException: out of order")
                .contains("chat#1 unloaded (UNLOAD, sha256 N): COLLECTED after N ms");
        assertThat(exitCode).isOne();
    }

    @Test
    void misunderstandings_areExplained() throws Exception {
        int exitCode = talk("load", "dance", "unload", "reload chat", "", "quit");

        assertThat(lines())
                .contains(
                        "load what? 'load PATH' takes a module jar or a directory",
                        "'dance' is not a command; 'help' lists them",
                        "no module is loaded; 'load PATH' loads one",
                        "no module 'chat'; 'status' lists them");
        assertThat(exitCode).isOne();
    }

    private int talk(String... lines) throws Exception {
        BufferedReader in = new BufferedReader(new StringReader(String.join("\n", lines)));
        try (Bot bot = new Bot(
                new PipedConsole(in, new PrintWriter(transcript)),
                () -> "lobby",
                Duration.ofSeconds(10),
                Duration.ofSeconds(1))) {
            bot.run();
            return bot.exitCode();
        }
    }

    private List<String> lines() {
        return transcript
                .toString()
                .replaceAll("\\d+(\\.\\d+)? m?s\\b", "N ms")
                .replaceAll(", sha256 [0-9a-f]{12}\\)", ", sha256 N)")
                .lines()
                .toList();
    }

    private static ModuleSource module(String answer) throws URISyntaxException {
        return ModuleSource.module("module chat { requires dev.layers.sample.contract;"
                        + " provides dev.layers.sample.contract.Command with chat.Ping; }")
                .type("package chat; public class Ping implements dev.layers.sample.contract.Command {"
                        + " public String name() { return \"ping\"; }"
                        + " public String summary() { return \"answers\"; }"
                        + " public String run(String arguments) { " + answer + " } }")
                .dependsOn(TestPath.of("jspecify"), TestPath.of(Command.class));
    }

    private static ModuleSource leakingModule() throws URISyntaxException {
        return module(
                "Thread thread = new Thread(() -> { while (true) { java.util.concurrent.locks.LockSupport.park(); } },"
                        + " \"forgotten\"); thread.setDaemon(true); thread.start(); return \"started\";");
    }
}
