package dev.layers.internal.snapshot;

import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** Reads the descriptor of an artifact, or derives that of an automatic module. */
final class Descriptors {
    static final String MODULE_INFO = "module-info.class";

    private Descriptors() {}

    static ModuleDescriptor of(Artifact artifact) throws ArtifactDefect {
        try {
            byte[] moduleInfo = artifact.contents().read(MODULE_INFO);
            return moduleInfo == null
                    ? AutomaticModule.derive(artifact)
                    : ModuleDescriptor.read(ByteBuffer.wrap(moduleInfo), () -> packages(artifact.contents()));
        } catch (InvalidModuleDescriptorException | FindException | IllegalArgumentException invalid) {
            throw ArtifactDefect.descriptor(artifact.path(), String.valueOf(invalid.getMessage()));
        } catch (IOException damaged) {
            throw ArtifactDefect.broken(artifact.path(), String.valueOf(damaged.getMessage()));
        }
    }

    /** Returns the packages of a modular artifact; a package is where a class or a resource lies. */
    private static Set<String> packages(Contents contents) {
        Set<String> packages = new HashSet<>();
        for (String name : contents.names()) {
            if (name.indexOf('/') >= 0 || (name.endsWith(".class") && !name.equals(MODULE_INFO))) {
                packages.add(PackageName.of(name));
            }
        }
        packages.removeIf(name -> !PackageName.isLegal(name));
        return packages;
    }
}
