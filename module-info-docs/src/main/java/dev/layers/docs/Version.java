package dev.layers.docs;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says which version of the command runs on which JVM. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"module-info-docs " + own(), "JVM " + System.getProperty("java.runtime.version")};
    }

    /** Returns the version as the jar or the module says it, whichever way this runs. */
    private static String own() {
        return Optional.ofNullable(Version.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .or(() -> Optional.ofNullable(Version.class.getPackage().getImplementationVersion()))
                .orElse("unpackaged");
    }
}
