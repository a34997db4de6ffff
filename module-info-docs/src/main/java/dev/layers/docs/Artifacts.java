package dev.layers.docs;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The artifacts that some paths name, at most one per module. */
final class Artifacts {
    private final Map<String, Artifact> byModule = new HashMap<>();

    private Artifacts() {}

    /** Reads every artifact before it returns, so that a caller acts on all of them or on none. */
    static Artifacts at(Collection<Path> paths) throws ArtifactException {
        Artifacts artifacts = new Artifacts();
        for (Path path : paths) {
            for (Path artifact : artifactsAt(path)) {
                artifacts.add(Artifact.read(artifact));
            }
        }
        return artifacts;
    }

    List<ModuleDescriptor> descriptors() {
        return byModule.values().stream().map(Artifact::descriptor).toList();
    }

    private void add(Artifact artifact) throws ArtifactException {
        Artifact first = byModule.putIfAbsent(artifact.descriptor().name(), artifact);
        if (first != null) {
            throw ArtifactException.sameModule(first, artifact);
        }
    }

    private static List<Path> artifactsAt(Path path) throws ArtifactException {
        if (Files.isDirectory(path)) {
            return Files.exists(path.resolve("module-info.class")) ? List.of(path) : jarsIn(path);
        }
        if (!Files.exists(path)) {
            throw ArtifactException.missing(path);
        }
        if (!path.toString().endsWith(".jar")) {
            throw ArtifactException.notJar(path);
        }
        return List.of(path);
    }

    private static List<Path> jarsIn(Path directory) throws ArtifactException {
        List<Path> jars = listed(directory);
        if (jars.isEmpty()) {
            throw ArtifactException.empty(directory);
        }
        return jars;
    }

    private static List<Path> listed(Path directory) throws ArtifactException {
        try {
            return Listing.of(directory, ".jar").files();
        } catch (IOException failure) {
            throw ArtifactException.unlistable(directory, failure);
        }
    }
}
