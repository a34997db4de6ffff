package dev.layers.sample.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layers.module.ModuleLifecycle;
import dev.layers.sample.contract.Command;
import dev.layers.testkit.ModuleSource;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The bot as an image made by {@code jlink}, with its module in it. */
class ImageIT {
    private static final Path TARGET = Path.of("target");
    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final Path JLINK = JDK.resolve("bin/jlink");

    @TempDir
    static Path linked;

    @TempDir
    Path directory;

    @BeforeAll
    static void link() throws Exception {
        assumeTrue(Files.isExecutable(JLINK), "This JDK has no jlink");
        assumeTrue(canLink(), "This JDK has no jmods, and cannot link from its own run-time image either");
        String output = jlink(
                "--module-path",
                modulePath(chat().toJar(linked.resolve("chat.jar"))),
                "--add-modules",
                "dev.layers.sample.host,chat,jdk.management",
                "--launcher",
                "bot=dev.layers.sample.host/dev.layers.sample.host.Main",
                "--add-options=-Ddev.layers.mode=linked",
                "--output",
                image().toString());

        assertThat(image().resolve("bin/bot")).as(output).isExecutable();
    }

    @Test
    void image_runsItsModuleLinked(TestReporter reporter) throws Exception {
        Path input = Files.writeString(
                directory.resolve("input"),
                "load plugins/chat.jar\nping you\nreload\nping\nstatus\nunload\nload nothing.jar\n");

        Result bot = start(input, "bin/bot");
        Result settings = start(input, "bin/java", "-XshowSettings:properties", "-version");

        assertThat(settings.lines()).contains("    dev.layers.mode = linked");
        assertThat(bot.lines())
                .contains(
                        "pong you from chat#1",
                        "pong from chat#2",
                        "ACTIVE chat#2, linked, loaded at N from jrt:/chat",
                        "chat#2 unloaded (UNLOAD, linked): UNCONFIRMED after N ms: linked modules stay in the application")
                .anyMatch(line -> line.startsWith("L034 ")
                        && line.contains("nothing.jar: its module is not linked into the application; wanted one of"
                                + " the modules that are linked: 'chat'; "))
                .noneMatch(line -> line.contains("virtual threads could not be looked at"));
        assertThat(bot.exitCode()).as(String.join("\n", bot.lines())).isOne();
        reporter.publishEntry(Map.of("image", megabytes() + " MB"));
    }

    @Test
    void sessionWithoutFault_endsWell() throws Exception {
        Path input = Files.writeString(directory.resolve("input"), "load chat\nping\n");

        Result bot = start(input, "bin/bot");

        assertThat(bot.lines())
                .contains(
                        "pong from chat#1",
                        "chat#1 unloaded (UNLOAD, linked): UNCONFIRMED after N ms: linked modules stay in the application");
        assertThat(bot.exitCode()).as(String.join("\n", bot.lines())).isZero();
    }

    /** What a process printed, and how it ended. */
    private record Result(List<String> lines, int exitCode) {}

    private Result start(Path input, String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(image().resolve(program).toString()));
        command.addAll(List.of(arguments));
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command + " ends").isTrue();
        return new Result(lines(Files.readString(output)), process.exitValue());
    }

    private static Path image() {
        return linked.resolve("image");
    }

    private static List<String> lines(String text) {
        return text.replaceAll("\\d+(\\.\\d+)? m?s\\b", "N ms")
                .replaceAll("\\d\\d:\\d\\d:\\d\\d", "N")
                .lines()
                .toList();
    }

    /** From JDK 24 on a JDK may come without jmods and link from what it is itself. */
    private static boolean canLink() throws Exception {
        return Files.isDirectory(JDK.resolve("jmods"))
                || jlink("--help").contains("Linking from run-time image enabled");
    }

    /** In a JVM of its own: one with patched modules, as this one is, links from no run-time image. */
    private static String jlink(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(JLINK.toString()));
        command.addAll(List.of(arguments));
        Path output = linked.resolve("jlink.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(command + " ends").isTrue();
        return Files.readString(output);
    }

    private static String modulePath(Path chat) throws IOException {
        try (Stream<Path> built = Files.list(TARGET)) {
            Stream<Path> own = built.filter(
                    file -> file.getFileName().toString().matches("sample-host-app-[0-9.]+(-SNAPSHOT)?\\.jar"));
            return Stream.concat(Stream.of(chat, TARGET.resolve("modules")), own)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static long megabytes() throws IOException {
        try (Stream<Path> files = Files.walk(image())) {
            return files.map(Path::toFile).mapToLong(File::length).sum() >> 20;
        }
    }

    private static ModuleSource chat() throws URISyntaxException {
        return ModuleSource.module("module chat { requires dev.layers.sample.contract; requires dev.layers.core;"
                        + " provides dev.layers.sample.contract.Command with chat.Ping;"
                        + " provides dev.layers.module.ModuleLifecycle with chat.Ping; }")
                .type("package chat; import dev.layers.module.*;"
                        + " public class Ping implements dev.layers.sample.contract.Command, ModuleLifecycle {"
                        + " private String place;"
                        + " public void start(ModuleContext context) {"
                        + " place = \"from \" + context.name() + \"#\" + context.generation(); }"
                        + " public String name() { return \"ping\"; }"
                        + " public String summary() { return \"answers\"; }"
                        + " public String run(String arguments) {"
                        + " return (\"pong \" + arguments + \" \" + place).replace(\"  \", \" \"); } }")
                .dependsOn(TestPath.of("jspecify"), TestPath.of(Command.class), TestPath.of(ModuleLifecycle.class));
    }
}
