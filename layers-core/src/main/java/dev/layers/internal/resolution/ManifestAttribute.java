package dev.layers.internal.resolution;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** A main attribute in the manifest of a module. */
final class ManifestAttribute {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private ManifestAttribute() {}

    static Optional<String> read(ModuleReader reader, Attributes.Name name) throws IOException {
        Optional<InputStream> manifest = reader.open(MANIFEST);
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream stream = manifest.get()) {
            return Optional.ofNullable(new Manifest(stream).getMainAttributes().getValue(name));
        }
    }
}
