package dev.layers.internal.layer;

import java.io.File;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The artifacts of the class path as the modules that the JDK would take them for; read once somebody asks. */
final class ClassPathModules {
    private @Nullable ModuleFinder finder;

    /** Returns the module that an artifact is, none if it is none. */
    static Set<ModuleReference> in(Path artifact) {
        try {
            return ModuleFinder.of(artifact).findAll();
        } catch (FindException notAModule) {
            return Set.of();
        }
    }

    /** Returns the module of that name, for which every artifact before it is read. */
    Optional<ModuleReference> find(String name) {
        if (finder == null) {
            finder = ModuleFinder.of(entries());
        }
        try {
            return finder.find(name);
        } catch (FindException brokenNeighbour) {
            return Optional.empty();
        }
    }

    private static Path[] entries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toArray(Path[]::new);
    }
}
