package dev.layers.guide;

import dev.layers.testkit.ModuleSource;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project of {@code docs/getting-started.md} does what the page shows, on both kinds of host. */
class GettingStartedIT {
    @TempDir
    Path directory;

    private List<Path> path = List.of();
    private Path chat = Path.of("");

    @BeforeEach
    void build() {
        ModuleSource api = sources("bot-api");
        Path apiJar = api.toJar(directory.resolve("bot-api.jar"));
        Path host = sources("bot-host")
                .dependsOn(api)
                .dependsOn(GuideSources.core())
                .toJar(directory.resolve("bot-host.jar"));
        path = Stream.concat(Stream.of(host, apiJar), Stream.of(GuideSources.core()))
                .map(Path::toAbsolutePath)
                .toList();
        chat = sources("chat").dependsOn(api).toJar(directory.resolve("chat.jar"));
    }

    @Test
    void hostOnTheModulePath_printsWhatThePageShows() throws Exception {
        run("-p", joined(), "-m", "bot.host/bot.host.Main", chat.toString());
    }

    @Test
    void hostOnTheClassPath_printsTheSame() throws Exception {
        run("-cp", joined(), "bot.host.Main", chat.toString());
    }

    private void run(String... arguments) throws Exception {
        String printed = new GuideJvm(directory, "\n").run(List.of(arguments));

        new Printed(printed).isShownAs("getting-started");
    }

    private String joined() {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static ModuleSource sources(String artifact) {
        return GuideSources.sources("getting-started/" + artifact + "/src/main/java");
    }
}
