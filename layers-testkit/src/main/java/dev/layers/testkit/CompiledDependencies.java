package dev.layers.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sources that another one is compiled against, as jars for the time of that. */
final class CompiledDependencies implements AutoCloseable {
    private final List<Path> jars = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();

    private CompiledDependencies() {}

    /** Compiles {@code sources} and all that they depend on. */
    static CompiledDependencies of(List<ModuleSource> sources) {
        CompiledDependencies dependencies = new CompiledDependencies();
        try {
            for (ModuleSource source : closure(sources)) {
                dependencies.add(source.parts());
            }
        } catch (RuntimeException failed) {
            dependencies.close();
            throw failed;
        }
        return dependencies;
    }

    /** Returns the jars, and what the sources depend on in turn. */
    Path[] paths() {
        return paths.toArray(Path[]::new);
    }

    @Override
    public void close() {
        try {
            for (Path jar : jars) {
                Files.deleteIfExists(jar);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void add(ModuleParts parts) {
        try {
            Path jar = Files.createTempFile("dependency", ".jar");
            jars.add(jar);
            Files.write(jar, parts.artifact().jar());
            paths.add(jar);
            paths.addAll(parts.settings().dependencies());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Set<ModuleSource> closure(List<ModuleSource> sources) {
        Set<ModuleSource> all = new LinkedHashSet<>();
        for (ModuleSource source : sources) {
            if (all.add(source)) {
                all.addAll(closure(source.parts().dependencies()));
            }
        }
        return all;
    }
}
