package dev.layers.sample.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.sample.contract.Command;
import dev.layers.testkit.ModuleSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions in which modules come and go without being asked for one by one. */
class DeploymentSessionIT {
    private static final long MOST_SECONDS = 60;

    @TempDir
    Path directory;

    private final StringWriter transcript = new StringWriter();
    private final PipedWriter keyboard = new PipedWriter();
    private CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    @BeforeEach
    void begin() throws Exception {
        BufferedReader in = new BufferedReader(new PipedReader(keyboard));
        exitCode = CompletableFuture.supplyAsync(() -> talk(in));
    }

    @AfterEach
    void end() throws Exception {
        keyboard.close();
    }

    @Test
    void watch_tellsWhatBecomesOfTheDirectory() throws Exception {
        Path modules = Files.createDirectory(directory.resolve("modules"));
        module("one").toJar(modules.resolve("chat.jar"));

        say("watch " + modules);
        hear("loaded chat#1 in ");
        hear("Directory '" + modules + "': WATCHING, AUTOMATIC");
        say("ping");
        hear("\none\n");
        module("two").toJar(directory.resolve("next.jar"));
        Files.move(directory.resolve("next.jar"), modules.resolve("chat.jar"), StandardCopyOption.REPLACE_EXISTING);
        hear("about to reload chat\n");
        hear("reloaded chat#1 as chat#2, sha256 ");
        hear("chat#1 COLLECTED after ");
        say("ping");
        hear("\ntwo\n");
        Files.writeString(modules.resolve("chat.jar"), "no jar");
        hear("L004 ");
        say("ping");
        hear("put a module jar there\n> ping\ntwo\n");
        Files.delete(modules.resolve("chat.jar"));
        hear("chat#2 unloaded (UNLOAD, sha256 ");
        hear("chat#2 COLLECTED after ");

        assertThat(leave()).as(transcript.toString()).isZero();
    }

    @Test
    void watch_ofWhatIsNotThere_goesOnAndWaits() throws Exception {
        Path modules = directory.resolve("modules");

        say("watch " + modules);
        hear(modules + ": nothing is there; ");
        hear("Directory '" + modules + "': TROUBLED, AUTOMATIC");
        Files.createDirectory(modules);
        hear(modules + ": watched again");
        module("one").toJar(modules.resolve("chat.jar"));
        hear("loaded chat#1 in ");
        say("unload");
        hear("chat#1 unloaded (UNLOAD, sha256 ");

        assertThat(leave()).as(transcript.toString()).isZero();
    }

    @Test
    void apply_doesWhatTheFileSaysAndNothingTwice() throws Exception {
        module("one").toJar(directory.resolve("chat.jar"));
        Path file = Files.writeString(
                directory.resolve("modules.json"), "{\"modules\": [{\"name\": \"chat\", \"source\": \"chat.jar\"}]}");

        say("plan " + file);
        hear("\n+ chat");
        say("ping");
        hear("'ping' is not a command; 'help' lists them");
        say("apply " + file);
        hear("loaded chat#1 in ");
        say("apply " + file);
        hear("\n= chat");
        say("ping");
        hear("\none\n");
        Files.writeString(file, "{\"modules\": []}");
        say("apply " + file);
        hear("chat#1 unloaded (UNLOAD, sha256 ");
        Files.writeString(file, "{\"modules\": [");
        say("apply " + file);
        hear(file + ": 1:14: ");
        say("plan");
        hear("plan what? 'plan PATH' takes a file that says which modules are wanted");

        assertThat(leave()).as("two misunderstandings").isOne();
    }

    private void say(String line) throws Exception {
        keyboard.write(line + "\n");
        keyboard.flush();
    }

    /** Waits until the bot has said {@code text}. */
    private void hear(String text) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (!transcript.toString().contains(text) && !exitCode.isDone() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(transcript.toString()).contains(text);
    }

    private int leave() throws Exception {
        say("quit");
        return exitCode.get(MOST_SECONDS, TimeUnit.SECONDS);
    }

    private int talk(BufferedReader in) {
        try (Bot bot = new Bot(
                new PipedConsole(in, new PrintWriter(transcript)),
                () -> "lobby",
                Duration.ofSeconds(10),
                Duration.ofSeconds(1))) {
            bot.run();
            return bot.exitCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ModuleSource module(String answer) throws Exception {
        return ModuleSource.module("module chat { requires dev.layers.sample.contract;"
                        + " provides dev.layers.sample.contract.Command with chat.Ping; }")
                .type("package chat; public class Ping implements dev.layers.sample.contract.Command {"
                        + " public String name() { return \"ping\"; }"
                        + " public String summary() { return \"answers\"; }"
                        + " public String run(String arguments) { return \"" + answer + "\"; } }")
                .dependsOn(TestPath.of("jspecify"), TestPath.of(Command.class));
    }
}
