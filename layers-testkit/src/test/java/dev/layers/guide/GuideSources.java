package dev.layers.guide;

import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources that the guide shows, as modules that can be compiled. */
final class GuideSources {
    private static final Path ROOT = Path.of("src", "test", "guide");
    private static final Path DESCRIPTOR = Path.of("module-info.java");

    private GuideSources() {}

    /** Returns the contract that most modules of the guide are written for. */
    static ModuleSource contract() {
        return sources("bot.api").version("1.0");
    }

    /** Returns the module in directory {@code name}, compiled against contract and core. */
    static ModuleSource module(String name) {
        return sources(name).dependsOn(contract()).dependsOn(core());
    }

    /** Returns what lies in directory {@code name}, without dependencies. */
    static ModuleSource sources(String name) {
        Path directory = ROOT.resolve(name);
        Path descriptor = directory.resolve(DESCRIPTOR);
        ModuleSource source = Files.exists(descriptor) ? ModuleSource.module(text(descriptor)) : ModuleSource.plain();
        for (Path type : types(directory)) {
            source = source.type(text(type));
        }
        return source;
    }

    /** Returns what is needed on the path to compile against {@code dev.layers.core}, and to run with it. */
    static Path[] core() {
        return CorePath.locations();
    }

    private static List<Path> types(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getFileName().equals(DESCRIPTOR))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new AssertionError("No sources of the guide in '" + directory + "'", missing);
        }
    }

    /** Returns the text of a file. */
    static String text(String file) {
        return text(ROOT.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new AssertionError("Source of the guide '" + file + "' cannot be read", missing);
        }
    }
}
