package dev.layers.internal.layer;

import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** Names artifacts on the class path that have no descriptor, as the JDK would name them on a module path. */
final class PlainNames {
    private static final String NAMELESS = "linked";

    private PlainNames() {}

    /** Returns the name of the artifact at {@code location}, with a number behind it if it is {@code taken}. */
    static String of(String location, Predicate<String> taken) {
        String wanted = automatic(location).orElseGet(() -> derived(Locations.fileName(location)));
        String name = wanted;
        for (int number = 2; taken.test(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    /** Returns the name that the JDK derives from the name of a file: {@code chat.bot} of {@code chat-bot-1.0.jar}. */
    static String derived(String fileName) {
        String name = fileName.replaceFirst("\\.jar$", "")
                .replaceFirst("-(\\d+(\\.|$)).*", "")
                .replaceAll("[^A-Za-z0-9]+", ".")
                .replaceAll("^\\.|\\.$", "");
        try {
            return ModuleDescriptor.newAutomaticModule(name).build().name();
        } catch (IllegalArgumentException illegal) {
            return NAMELESS;
        }
    }

    /** A jar may say its name in its manifest. */
    private static Optional<String> automatic(String location) {
        if (!location.startsWith("file:") || !location.endsWith(".jar")) {
            return Optional.empty();
        }
        try {
            return ModuleFinder.of(Path.of(URI.create(location))).findAll().stream()
                    .map(reference -> reference.descriptor().name())
                    .findFirst();
        } catch (FindException | IllegalArgumentException | FileSystemNotFoundException unfit) {
            return Optional.empty();
        }
    }
}
