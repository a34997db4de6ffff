package dev.layers.internal.snapshot;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.FindException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the descriptor of an artifact, or derives that of an automatic module. */
final class Descriptors {
    static final String MODULE_INFO = "module-info.class";

    private Descriptors() {}

    static ModuleDescriptor of(Artifact artifact) throws ArtifactDefect {
        Findings findings = new Findings(artifact.path());
        try {
            byte[] moduleInfo = artifact.contents().look(MODULE_INFO);
            return moduleInfo == null
                    ? AutomaticModule.derive(artifact, findings)
                    : read(artifact, moduleInfo, findings);
        } catch (InvalidModuleDescriptorException | FindException | IllegalArgumentException invalid) {
            throw findings.last(Rule.DESCRIPTOR_INVALID, "its module descriptor is not valid: " + invalid.getMessage());
        } catch (UncheckedIOException malformed) {
            // undocumented: the JDK's reader meets names that are no modified UTF-8
            throw findings.last(Rule.DESCRIPTOR_INVALID, "its module descriptor is not valid: " + malformed.getCause());
        } catch (IOException damaged) {
            throw findings.last(Rule.ENTRY_DAMAGED, String.valueOf(damaged.getMessage()));
        }
    }

    private static ModuleDescriptor read(Artifact artifact, byte[] moduleInfo, Findings findings)
            throws IOException, ArtifactDefect {
        checkPackages(artifact, findings);
        Optional<Finding> version = ClassVersion.fault(artifact.path(), MODULE_INFO, moduleInfo);
        if (version.isPresent()) {
            throw findings.last(version.get());
        }
        return ModuleDescriptor.read(ByteBuffer.wrap(moduleInfo), () -> packages(artifact.contents()));
    }

    /** Finds classes that no explicit module can have. */
    private static void checkPackages(Artifact artifact, Findings findings) throws ArtifactDefect {
        SortedSet<String> unnamed = new TreeSet<>();
        for (String name : artifact.contents().names()) {
            if (name.indexOf('/') < 0 && name.endsWith(".class") && !name.equals(MODULE_INFO)) {
                unnamed.add(name);
            }
        }
        for (String name : unnamed) {
            findings.addAll(List.of(new Finding(
                    Rule.DESCRIPTOR_INVALID,
                    artifact.path().toString(),
                    "'" + name + "' lies in the unnamed package, which a module cannot have",
                    "classes in named packages",
                    "give it a package, or leave it out")));
        }
        findings.check();
    }

    /** Returns the packages of a modular artifact; a package is where a class or a resource lies. */
    private static Set<String> packages(Contents contents) {
        Set<String> packages = new HashSet<>();
        String last = "";
        for (String name : contents.names()) {
            int end = name.lastIndexOf('/');
            // the files of a package most often follow each other
            if (end >= 0 && !(end == last.length() && name.startsWith(last))) {
                last = name.substring(0, end);
                packages.add(PackageName.of(name));
            }
        }
        packages.removeIf(name -> !PackageName.isLegal(name));
        return packages;
    }
}
