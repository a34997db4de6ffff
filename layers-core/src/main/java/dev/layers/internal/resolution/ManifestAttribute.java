package dev.layers.internal.resolution;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.nio.charset.StandardCharsets;
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
            byte[] bytes = stream.readAllBytes();
            return isNamed(bytes, name.toString())
                    ? Optional.ofNullable(new Manifest(new ByteArrayInputStream(bytes))
                            .getMainAttributes()
                            .getValue(name))
                    : Optional.empty();
        }
    }

    /** Few manifests have it, and looking takes a fraction of parsing. */
    private static boolean isNamed(byte[] manifest, String name) {
        String text = new String(manifest, StandardCharsets.ISO_8859_1);
        for (int at = 0; at <= text.length() - name.length(); at++) {
            boolean isStart = at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
            if (isStart && text.regionMatches(true, at, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }
}
