package dev.layers.docs.read;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A module as a directory of classes; links to directories are not followed, so none leads in a circle. */
final class ClassesDirectory extends ModuleReference {
    private final Path directory;

    ClassesDirectory(ModuleDescriptor descriptor, Path directory) {
        super(descriptor, directory.toUri());
        this.directory = directory;
    }

    /** Returns the names of the class files below a directory, with slashes between their parts. */
    static List<String> resources(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace(File.separatorChar, '/'))
                    .filter(Names::isClass)
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public ModuleReader open() {
        return new Reader(directory);
    }

    private record Reader(Path directory) implements ModuleReader {
        @Override
        public Optional<URI> find(String name) {
            return file(name).map(Path::toUri);
        }

        @Override
        public Optional<InputStream> open(String name) throws IOException {
            Optional<Path> file = file(name);
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.newInputStream(file.get()));
        }

        @Override
        public Stream<String> list() throws IOException {
            return resources(directory).stream();
        }

        @Override
        public void close() {}

        private Optional<Path> file(String name) {
            return Optional.of(directory.resolve(name)).filter(Files::isRegularFile);
        }
    }
}
