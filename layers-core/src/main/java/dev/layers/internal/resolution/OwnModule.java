package dev.layers.internal.resolution;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/** The module or one of its private libraries. */
record OwnModule(ModuleReference reference) {
    String name() {
        return descriptor().name();
    }

    ModuleDescriptor descriptor() {
        return reference.descriptor();
    }

    Set<String> packages() {
        return descriptor().packages();
    }

    boolean isAutomatic() {
        return descriptor().isAutomatic();
    }

    /** Returns whether nobody wrote a descriptor of it. */
    boolean isPlainJar() {
        return isAutomatic() || isStandIn();
    }

    /** Returns whether it has a descriptor of ours. */
    boolean isStandIn() {
        return reference instanceof StandIn;
    }

    boolean isExported(String packageName, OwnModule reader) {
        if (isAutomatic()) {
            return packages().contains(packageName);
        }
        for (Exports exports : descriptor().exports()) {
            if (exports.source().equals(packageName)
                    && (!exports.isQualified() || exports.targets().contains(reader.name()))) {
                return true;
            }
        }
        return false;
    }

    String where() {
        return reference.location().map(location -> path(location) + ": ").orElse("") + "module '" + name() + "'";
    }

    /** Returns the last name of the path, or that of the module. */
    String file() {
        return reference.location().map(OwnModule::lastName).orElse(name());
    }

    /** Written out, as {@link #hashCode} is: those of a record are linked at their first use, for which a first load would pay. */
    @Override
    public boolean equals(Object other) {
        return other instanceof OwnModule same && reference.equals(same.reference);
    }

    @Override
    public int hashCode() {
        return reference.hashCode();
    }

    private static String lastName(URI location) {
        String path = path(location);
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String path(URI location) {
        return "file".equals(location.getScheme()) ? Path.of(location).toString() : location.toString();
    }
}
