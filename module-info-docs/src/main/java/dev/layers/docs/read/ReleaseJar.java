package dev.layers.docs.read;

import dev.layers.docs.model.DocumentedType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.FindException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A module as a jar for several JDKs, of which one release is read whatever JDK runs. */
final class ReleaseJar extends ModuleReference {
    /** The oldest JDK that can run this, so that all read the same. */
    private static final Runtime.Version RELEASE = Runtime.Version.parse("17");

    private static final String DESCRIPTOR = "module-info.class";

    private final Path jar;

    private ReleaseJar(ModuleDescriptor descriptor, Path jar) {
        super(descriptor, jar.toUri());
        this.jar = jar;
    }

    static boolean is(Path jar) throws IOException {
        try (JarFile file = opened(jar)) {
            return file.isMultiRelease();
        }
    }

    /** Takes what the running JDK found in the jar, and says of it what that of the release would have found. */
    static ModuleReference of(Path jar, ModuleDescriptor found) throws IOException {
        try (JarFile file = opened(jar)) {
            Set<String> packages = packages(file);
            JarEntry written = file.getJarEntry(DESCRIPTOR);
            return new ReleaseJar(
                    written == null ? automatic(found, packages) : descriptor(file, written, packages), jar);
        }
    }

    private static JarFile opened(Path jar) throws IOException {
        return new JarFile(jar.toFile(), true, ZipFile.OPEN_READ, RELEASE);
    }

    private static ModuleDescriptor descriptor(JarFile file, JarEntry written, Set<String> packages)
            throws IOException {
        try (InputStream stream = file.getInputStream(written)) {
            return ModuleDescriptor.read(stream, () -> packages);
        } catch (InvalidModuleDescriptorException failure) {
            throw new FindException(failure.getMessage(), failure);
        }
    }

    private static ModuleDescriptor automatic(ModuleDescriptor found, Set<String> packages) {
        ModuleDescriptor.Builder descriptor =
                ModuleDescriptor.newAutomaticModule(found.name()).packages(packages);
        found.rawVersion().ifPresent(descriptor::version);
        found.mainClass()
                .filter(name -> packages.contains(DocumentedType.packageOf(name)))
                .ifPresent(descriptor::mainClass);
        if (found.isAutomatic()) {
            found.provides().forEach(descriptor::provides);
        }
        return descriptor.build();
    }

    private static Set<String> packages(JarFile file) {
        return classes(file)
                .map(resource -> DocumentedType.packageOf(Names.ofResource(resource)))
                .filter(Names::isPackage)
                .collect(Collectors.toSet());
    }

    private static Stream<String> classes(JarFile file) {
        return file.versionedStream().map(JarEntry::getName).filter(Names::isClass);
    }

    @Override
    public ModuleReader open() throws IOException {
        return new Reader(opened(jar));
    }

    private record Reader(JarFile file) implements ModuleReader {
        @Override
        public Optional<URI> find(String name) {
            return Optional.ofNullable(file.getJarEntry(name))
                    .map(entry -> URI.create("jar:" + Path.of(file.getName()).toUri() + "!/" + entry.getRealName()));
        }

        @Override
        public Optional<InputStream> open(String name) throws IOException {
            JarEntry entry = file.getJarEntry(name);
            return entry == null ? Optional.empty() : Optional.of(file.getInputStream(entry));
        }

        @Override
        public Stream<String> list() {
            return classes(file);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
