package dev.layers.guarantees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A native library that any class loader may load: a copy of a small one of the JDK. */
public final class NativeFile {
    private NativeFile() {}

    /** Copies it, and returns the path that the JVM knows it by. */
    public static Path copyTo(Path directory) throws IOException {
        String name = System.mapLibraryName("prefs");
        Path original = Path.of(System.getProperty("java.home"), "lib", name);
        return Files.copy(original, directory.toRealPath().resolve("one" + name));
    }
}
