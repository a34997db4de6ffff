package dev.layers.docs.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks for entries that the JDK would read whole, however large, before it says what a jar is. */
final class JarBounds {
    private static final int LARGEST_MIB = 16;
    private static final int LARGEST = LARGEST_MIB << 20;
    /** A byte stands for so many bytes at most. */
    private static final int DENSEST = 1032;

    private static final Pattern READ_WHOLE = Pattern.compile(
            "(META-INF/versions/[0-9]+/)?module-info\\.class|META-INF/([^/]+\\.(MF|SF|RSA|DSA|EC)|services/.*)",
            Pattern.CASE_INSENSITIVE);

    private JarBounds() {}

    /** Returns the name of an entry that is too large, if there is one. */
    static Optional<String> exceeded(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> READ_WHOLE.matcher(entry.getName()).matches())
                    .filter(entry -> entry.getCompressedSize() > LARGEST / DENSEST)
                    .toList();
            BoundedBytes bytes = new BoundedBytes(LARGEST);
            for (ZipEntry entry : entries) {
                try (InputStream stream = zip.getInputStream(entry)) {
                    if (bytes.read(stream).isEmpty()) {
                        return Optional.of(entry.getName());
                    }
                }
            }
            return Optional.empty();
        }
    }

    static String limit() {
        return LARGEST_MIB + " MiB";
    }
}
