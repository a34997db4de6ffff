package dev.layers.guide;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hosts of the guide, each run as a user would run it: in a JVM of its own with no options but its path.
 *
 * @param directory where the host runs, with its modules in {@code plugins}
 */
record GuideHost(Path directory) {
    /** Puts the modules of these directories of sources into {@code plugins}. */
    GuideHost having(String... modules) {
        for (String module : modules) {
            GuideSources.module(module).toJar(plugin(module));
        }
        return this;
    }

    /** Returns where the jar of a module is. */
    Path plugin(String module) {
        return directory.resolve("plugins").resolve(module + ".jar");
    }

    /** Runs {@code bot.host.<main>} to its end, on the class path; returns what it printed. */
    String run(String main, String... arguments) throws IOException, InterruptedException {
        return run(List.of(), main, arguments);
    }

    /** Runs the same in a JVM with options. */
    String run(List<String> options, String main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-cp", path(), "bot.host." + main));
        command.addAll(List.of(arguments));
        String printed = new GuideJvm(directory, "").run(command);
        return printed.replace(directory.toRealPath() + File.separator, "").replace('\\', '/');
    }

    private static String path() {
        return Stream.concat(GuideJars.COMPILED.all().stream(), Stream.of(GuideSources.core()))
                .map(Path::toAbsolutePath)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
