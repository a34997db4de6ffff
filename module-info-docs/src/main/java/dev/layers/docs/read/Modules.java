package dev.layers.docs.read;

import dev.layers.docs.model.DocumentedType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** Finds out which module lies at a place, or throws a {@link FindException} that says why none does. */
final class Modules {
    private static final String DESCRIPTOR = "module-info.class";
    private static final Attributes.Name AUTOMATIC_NAME = new Attributes.Name("Automatic-Module-Name");

    private Modules() {}

    static boolean isExploded(Path directory) {
        return Files.isRegularFile(directory.resolve(DESCRIPTOR));
    }

    static ModuleReference ofJar(Path jar) throws IOException {
        Optional<String> exceeded = JarBounds.exceeded(jar);
        if (exceeded.isPresent()) {
            throw new FindException("'" + exceeded.get() + "' is larger than " + JarBounds.limit());
        }
        ModuleReference found = found(jar);
        return ReleaseJar.is(jar) ? ReleaseJar.of(jar, found.descriptor()) : found;
    }

    static ModuleReference ofExploded(Path directory) {
        return new ClassesDirectory(found(directory).descriptor(), directory);
    }

    /**
     * Makes a directory of classes an automatic module. On a module path it would be none; it is what becomes of it in a
     * jar: its manifest names it, or else the directory does.
     */
    static ModuleReference ofClasses(Path directory) throws IOException {
        Optional<String> written = automaticName(directory.resolve(JarFile.MANIFEST_NAME));
        String name = written.orElseGet(() -> derivedName(directory));
        try {
            return new ClassesDirectory(
                    ModuleDescriptor.newAutomaticModule(name)
                            .packages(packages(directory))
                            .build(),
                    directory);
        } catch (IllegalArgumentException failure) {
            throw new FindException(failure.getMessage(), failure);
        }
    }

    static boolean hasClasses(Path directory) throws IOException {
        return !ClassesDirectory.resources(directory).isEmpty();
    }

    private static ModuleReference found(Path path) {
        return ModuleFinder.of(path).findAll().stream().findFirst().orElseThrow(() -> new FindException("no module"));
    }

    private static Optional<String> automaticName(Path manifest) throws IOException {
        if (!Files.isRegularFile(manifest)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(manifest)) {
            return Optional.ofNullable(new Manifest(stream).getMainAttributes().getValue(AUTOMATIC_NAME));
        }
    }

    private static String derivedName(Path directory) {
        Path name = directory.toAbsolutePath().normalize().getFileName();
        return (name == null ? "" : name.toString())
                .replaceAll("[^A-Za-z0-9]+", ".")
                .replaceAll("^\\.|\\.$", "");
    }

    private static Set<String> packages(Path directory) throws IOException {
        return ClassesDirectory.resources(directory).stream()
                .map(resource -> DocumentedType.packageOf(Names.ofResource(resource)))
                .filter(Names::isPackage)
                .collect(Collectors.toSet());
    }
}
