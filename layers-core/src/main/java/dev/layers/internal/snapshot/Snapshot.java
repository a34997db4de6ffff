package dev.layers.internal.snapshot;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The modules of an artifact and its private libraries, as they were at one moment. */
public final class Snapshot implements ModuleFinder {
    private final Map<String, SnapshotModule> modules = new LinkedHashMap<>();
    private final List<String> candidates = new ArrayList<>();
    private final String digest;

    private Snapshot(List<Artifact> mains, List<Artifact> libraries) throws ArtifactDefect {
        List<Artifact> all = new ArrayList<>(mains);
        all.addAll(libraries);
        for (Artifact artifact : all) {
            add(artifact, mains.contains(artifact));
        }
        digest = Digest.of(all);
    }

    /**
     * Reads {@code artifact} and {@code libraries} whole; no descriptor on them is open afterwards.
     *
     * @param artifact a jar, an exploded directory, or a directory of jars, one of which is the module
     * @param libraries jars and exploded directories that the module brings along
     */
    public static Snapshot take(Path artifact, List<Path> libraries) throws ArtifactDefect {
        if (isNeitherModuleNorJars(artifact)) {
            throw ArtifactDefect.noModule(artifact);
        }
        List<Artifact> mains = mains(artifact);
        if (mains.stream().noneMatch(Snapshot::isModule)) {
            throw ArtifactDefect.noModule(artifact);
        }
        List<Artifact> others = new ArrayList<>();
        for (Path library : libraries) {
            others.addAll(mains(library));
        }
        return new Snapshot(mains, others);
    }

    /** Returns SHA-256 over all bytes, as lower-case hexadecimal; for a single jar it is that of the file. */
    public String digest() {
        return digest;
    }

    /** Returns the names of all modules. */
    public Set<String> names() {
        return modules.keySet();
    }

    /** Returns the modules that the artifact itself may stand for: one, unless it is a directory of jars. */
    public List<ModuleDescriptor> candidates(Predicate<ModuleDescriptor> wanted) {
        List<ModuleDescriptor> all = candidates.stream()
                .flatMap(name -> find(name).stream())
                .map(ModuleReference::descriptor)
                .toList();
        return all.size() == 1 ? all : all.stream().filter(wanted).toList();
    }

    /** Returns the path that module {@code name} was read from. */
    public Path path(String name) {
        SnapshotModule module = modules.get(name);
        if (module == null) {
            throw new IllegalArgumentException("No module '" + name + "' in " + names());
        }
        return module.path();
    }

    @Override
    public Optional<ModuleReference> find(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    @Override
    public Set<ModuleReference> findAll() {
        return Set.copyOf(modules.values());
    }

    private void add(Artifact artifact, boolean candidate) throws ArtifactDefect {
        ModuleDescriptor descriptor = Descriptors.of(artifact);
        SnapshotModule module = new SnapshotModule(descriptor, artifact);
        SnapshotModule other = modules.putIfAbsent(descriptor.name(), module);
        if (other != null) {
            throw ArtifactDefect.sameName(other.path(), artifact.path(), descriptor.name());
        }
        if (candidate) {
            candidates.add(descriptor.name());
        }
    }

    private static List<Artifact> mains(Path artifact) throws ArtifactDefect {
        if (Files.isRegularFile(artifact)) {
            return List.of(ArtifactReader.readFile(artifact));
        }
        if (Files.isDirectory(artifact)) {
            List<Path> jars = jars(artifact);
            return jars.isEmpty() || isExploded(artifact)
                    ? List.of(ArtifactReader.readDirectory(artifact))
                    : readAll(jars);
        }
        throw Files.exists(artifact) ? ArtifactDefect.special(artifact) : ArtifactDefect.missing(artifact);
    }

    /** Asked before anything is read: a directory named by mistake may be large. */
    private static boolean isNeitherModuleNorJars(Path artifact) throws ArtifactDefect {
        return Files.isDirectory(artifact)
                && !isExploded(artifact)
                && jars(artifact).isEmpty();
    }

    private static List<Artifact> readAll(List<Path> jars) throws ArtifactDefect {
        List<Artifact> artifacts = new ArrayList<>();
        for (Path jar : jars) {
            artifacts.add(ArtifactReader.readFile(jar));
        }
        return artifacts;
    }

    private static List<Path> jars(Path directory) throws ArtifactDefect {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.jar")) {
            found.forEach(jars::add);
        } catch (IOException failure) {
            throw ArtifactDefect.denied(directory, failure);
        }
        jars.sort(null);
        return jars;
    }

    private static boolean isExploded(Path directory) {
        return Files.exists(directory.resolve(Descriptors.MODULE_INFO))
                || Files.isDirectory(directory.resolve("META-INF").resolve("services"));
    }

    private static boolean isModule(Artifact artifact) {
        Set<String> names = artifact.contents().names();
        return names.contains(Descriptors.MODULE_INFO) || names.stream().anyMatch(AutomaticModule::isService);
    }
}
