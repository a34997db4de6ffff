package dev.layers.sample.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.sample.contract.Command;
import dev.layers.sample.contract.Room;
import dev.layers.testkit.ModuleSource;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is compiled and run. */
class ReadmeIT {
    private static final Path README = Path.of("../../README.md");

    @TempDir
    Path directory;

    @Test
    void example_doesWhatItsCommentsSay() throws Exception {
        Path chat = ModuleSource.module("module chat { requires dev.layers.sample.contract;"
                        + " provides dev.layers.sample.contract.Command with chat.Ping; }")
                .type("package chat; public class Ping implements dev.layers.sample.contract.Command {"
                        + " public String name() { return \"ping\"; }"
                        + " public String summary() { return \"answers\"; }"
                        + " public String run(String arguments) { return \"pong \" + arguments; } }")
                .dependsOn(TestPath.of("jspecify"), TestPath.of(Command.class))
                .toJar(directory.resolve("chat.jar"));

        List<String> printed = run(block("java").replace("System.out.println(", "printed.add(\"\" + "), chat);

        assertThat(printed).hasSize(3);
        assertThat(printed.subList(0, 2)).containsExactly("pong hello", "pong hello");
        assertThat(printed.get(2)).startsWith("COLLECTED after ");
    }

    @Test
    void commands_areExactlyTwo() throws Exception {
        String section = Files.readString(README).split("## Two commands\n")[1].split("\n## ")[0];

        Matcher block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(section);

        assertThat(block.find()).isTrue();
        assertThat(block.group(1).lines()).containsExactly("sample-host/demo", "mvn --batch-mode verify");
        assertThat(block.find()).isFalse();
    }

    @Test
    void length_isThatOfAReadme() throws Exception {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(150);
    }

    @SuppressWarnings("unchecked")
    private List<String> run(String example, Path chat) throws Exception {
        Path classes = ModuleSource.plain()
                .type(
                        "package readme; import dev.layers.*; import dev.layers.sample.contract.*; import java.nio.file.Path;"
                                + " import java.time.Duration; import java.util.*;"
                                + " public class Example implements java.util.function.BiFunction<Room, Path, List<String>> {"
                                + " public List<String> apply(Room room, Path jar) { List<String> printed = new ArrayList<>();"
                                + example.replace("Path.of(\"chat.jar\")", "jar") + " return printed; } }")
                .dependsOn(TestPath.of("jspecify"), TestPath.of(Command.class), TestPath.of(LayerManager.class))
                .toDirectory(directory.resolve("example"));
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            var compiled = (BiFunction<Room, Path, List<String>>)
                    loader.loadClass("readme.Example").getConstructor().newInstance();
            return compiled.apply(() -> "lobby", chat);
        }
    }

    private static String block(String language) throws Exception {
        return Files.readString(README).split("```" + language + "\n")[1].split("```")[0];
    }
}
