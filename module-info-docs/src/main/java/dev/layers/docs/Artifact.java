package dev.layers.docs;

import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;

/** A module on disk: where it is, and what its descriptor says. */
record Artifact(Path path, ModuleDescriptor descriptor) {
    static Artifact read(Path path) throws ArtifactException {
        try {
            return ModuleFinder.of(path).findAll().stream()
                    .map(ModuleReference::descriptor)
                    .map(descriptor -> new Artifact(path, descriptor))
                    .findFirst()
                    .orElseThrow(() -> ArtifactException.missing(path));
        } catch (FindException failure) {
            throw ArtifactException.unreadable(path, failure);
        }
    }
}
