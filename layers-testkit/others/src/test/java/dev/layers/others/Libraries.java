package dev.layers.others;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the libraries of these tests are, for plug-ins that are compiled against them. */
final class Libraries {
    private Libraries() {}

    /** Returns the jar or directory that {@code type} comes from. */
    static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
