package dev.layers.internal.snapshot;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The modules of an artifact and its private libraries, as they were at one moment. */
public final class Snapshot implements ModuleFinder {
    private final Map<String, SnapshotModule> modules = new LinkedHashMap<>();
    private final Map<String, Path> digests = new HashMap<>();
    private final List<Artifact> artifacts = new ArrayList<>();
    private final List<String> candidates = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final String digest;

    private Snapshot(Path artifact, List<Path> libraries, Limits limits) throws ArtifactDefect {
        addModule(artifact, limits);
        libraries.forEach(library -> read(library, Role.LIBRARY, limits).forEach(this::add));
        if (!findings.isEmpty()) {
            artifacts.forEach(Artifact::close);
            throw new ArtifactDefect(findings);
        }
        digest = Digest.of(artifacts);
    }

    /**
     * Reads {@code artifact} and {@code libraries} whole; no descriptor on them is open afterwards. Of the entries of
     * jars only those are inflated that say what the jar is.
     *
     * @param artifact a jar, an exploded directory, or a directory of jars, one of which is the module
     * @param libraries jars, directories of jars and exploded directories that the module brings along
     * @throws ArtifactDefect if one of them cannot be read, or they do not go together
     */
    public static Snapshot take(Path artifact, List<Path> libraries, Limits limits) throws ArtifactDefect {
        return new Snapshot(artifact, libraries, limits);
    }

    /** Reads every entry once and returns what is wrong with them and what {@code visitor} says of the class files. */
    public List<Finding> examine(ClassFiles visitor) {
        try {
            return artifacts.stream()
                    .flatMap(artifact -> Examination.of(artifact, visitor).stream())
                    .toList();
        } finally {
            // it may be refused now, and nobody closes it then
            artifacts.forEach(Artifact::close);
        }
    }

    /** Returns SHA-256 over all bytes, as lower-case hexadecimal; for a single jar it is that of the file. */
    public String digest() {
        return digest;
    }

    /** Returns what was read: the artifact, or the jars in it, first, then the libraries. */
    public List<SnapshotArtifact> artifacts() {
        return modules.values().stream().map(SnapshotModule::origin).toList();
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

    private void addModule(Path artifact, Limits limits) {
        List<Artifact> mains = read(artifact, Role.MODULE, limits);
        if (!mains.isEmpty() && !isAnyModule(mains)) {
            findings.add(Rule.NO_MODULE.at(artifact, "neither module-info.class nor a file in META-INF/services"));
            artifacts.addAll(mains);
            return;
        }
        mains.forEach(main -> add(main).ifPresent(candidates::add));
    }

    private List<Artifact> read(Path path, Role role, Limits limits) {
        try {
            return ArtifactReader.read(path, role, limits);
        } catch (ArtifactDefect defect) {
            findings.addAll(defect.findings());
            return List.of();
        }
    }

    /** Returns the name of the module that {@code artifact} is, unless it is refused. */
    private Optional<String> add(Artifact artifact) {
        artifacts.add(artifact);
        Path same = digests.putIfAbsent(artifact.digest(), artifact.path());
        if (same != null) {
            findings.add(Rule.LIBRARY_TWICE.at(artifact.path(), "its bytes are those of " + same));
            return Optional.empty();
        }
        return descriptor(artifact).flatMap(descriptor -> add(artifact, descriptor));
    }

    private Optional<ModuleDescriptor> descriptor(Artifact artifact) {
        try {
            return Optional.of(Descriptors.of(artifact));
        } catch (ArtifactDefect defect) {
            findings.addAll(defect.findings());
            return Optional.empty();
        }
    }

    private Optional<String> add(Artifact artifact, ModuleDescriptor descriptor) {
        String name = descriptor.name();
        SnapshotModule other = modules.putIfAbsent(name, new SnapshotModule(descriptor, artifact));
        if (other != null) {
            findings.add(Rule.NAME_TWICE.at(artifact.path(), "module '" + name + "' is also in " + other.path()));
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private static boolean isAnyModule(List<Artifact> artifacts) {
        for (Artifact artifact : artifacts) {
            if (isModule(artifact)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isModule(Artifact artifact) {
        Set<String> names = artifact.contents().names();
        return names.contains(Descriptors.MODULE_INFO) || names.stream().anyMatch(AutomaticModule::isService);
    }
}
