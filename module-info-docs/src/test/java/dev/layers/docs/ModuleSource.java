package dev.layers.docs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** A module as source text, compiled and packed below one directory. */
public final class ModuleSource {
    private final Path directory;
    private final List<String> options = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    private ModuleSource(Path directory) {
        this.directory = directory;
    }

    public static ModuleSource in(Path directory) {
        return new ModuleSource(directory);
    }

    public ModuleSource file(String name, String text) throws IOException {
        Path file = directory.resolve("source").resolve(name);
        Files.createDirectories(file.getParent());
        files.add(Files.writeString(file, text).toString());
        return this;
    }

    public ModuleSource option(String... words) {
        options.addAll(List.of(words));
        return this;
    }

    public Path classes() {
        Path classes = directory.resolve("classes");
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
        arguments.addAll(options);
        arguments.addAll(files);
        run("javac", arguments);
        return classes;
    }

    public Path jar(String name, String... jarOptions) {
        Path jar = directory.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("--create", "--file", jar.toString()));
        arguments.addAll(List.of(jarOptions));
        arguments.addAll(List.of("-C", classes().toString(), "."));
        run("jar", arguments);
        return jar;
    }

    private static void run(String tool, List<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output, true);
        int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        if (exitCode != 0) {
            throw new IllegalArgumentException(tool + " " + arguments + ": exit code " + exitCode + "\n" + output);
        }
    }
}
