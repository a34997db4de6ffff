package dev.layers.benchmarks.reload;

import dev.layers.benchmarks.Directories;
import dev.layers.benchmarks.Modules;
import dev.layers.benchmarks.systems.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A jar with a calculator that is deployed again and again, each time with bytes that were never seen. */
final class Deployment implements AutoCloseable {
    private final Path jar;
    private final byte[] compiled;
    private int versions;

    Deployment() throws IOException {
        jar = Modules.calculator();
        compiled = Files.readAllBytes(jar);
    }

    /** Returns the file; it is always the same. */
    Path jar() {
        return jar;
    }

    /** Deploys another version, by a rename over the former one. */
    void renew() throws IOException {
        versions++;
        Path fresh = Files.write(jar.resolveSibling("fresh"), Shelf.marked(compiled, versions));
        Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Directories.delete(jar.getParent());
    }
}
