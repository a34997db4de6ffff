package dev.layers.testkit;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a type of the caller comes from.
 *
 * @param subject who needs it, as messages name it
 */
record TypePlace(String subject, Class<?> type) {

    /** Returns the jar or directory that has the class file; nothing of a type of the platform. */
    Optional<Path> path() {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        String url = Optional.ofNullable(type.getResource(file))
                .map(URL::toString)
                .orElseThrow(() -> refused("comes from no jar or directory; wanted one whose class file is on the"
                        + " class path or module path"));
        String place = url.substring(0, url.length() - file.length());
        if (place.startsWith("jar:file:") && place.endsWith("!")) {
            return Optional.of(Path.of(URI.create(place.substring("jar:".length(), place.length() - 1))));
        }
        return place.startsWith("file:") ? Optional.of(Path.of(URI.create(place))) : Optional.empty();
    }

    /** Returns the path, which a module with a descriptor can have as a module. */
    Optional<Path> ofModule() {
        return path().map(place -> {
            if (Files.isDirectory(place) && !Files.exists(place.resolve("module-info.class"))) {
                throw refused("comes from '" + place + "', a directory without a descriptor, which no module can"
                        + " require; wanted a jar or a module, or ModuleSource.plain()");
            }
            return place;
        });
    }

    private IllegalArgumentException refused(String found) {
        return new IllegalArgumentException(subject + ": type '" + type.getName() + "' " + found);
    }
}
