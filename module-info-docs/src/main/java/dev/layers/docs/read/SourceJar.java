package dev.layers.docs.read;

import dev.layers.docs.Reasons;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar of sources, parsed a few at a time. */
final class SourceJar {
    private static final String DESCRIPTOR = "module-info.java";
    private static final String JAVA = ".java";
    private static final int LARGEST_MIB = 4;
    private static final int ALL_MIB = 256;
    private static final int MIB = 1 << 20;
    private static final String REST = "; build it again or leave it out";

    private final Set<String> packages;
    private final Sources sources;
    private final Troubles troubles;
    private final BoundedBytes bytes = new BoundedBytes(LARGEST_MIB * MIB);
    private final Map<String, String> batch = new TreeMap<>();
    private int batchLength;
    private long room = (long) ALL_MIB * MIB;

    private SourceJar(Set<String> packages, Sources sources, Troubles troubles) {
        this.packages = packages;
        this.sources = sources;
        this.troubles = troubles;
    }

    /** Parses the sources of some packages, and the declarations of modules. */
    static void parse(Path jar, Set<String> packages, Sources sources, Troubles troubles) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            new SourceJar(packages, sources, troubles).parse(zip);
        } catch (IOException | IllegalArgumentException failure) {
            troubles.add("no sources can be read (" + Reasons.of(failure) + ")" + REST);
        }
    }

    private void parse(ZipFile zip) throws IOException {
        List<? extends ZipEntry> entries = zip.stream()
                .filter(entry -> isWanted(entry.getName()))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
        for (ZipEntry entry : entries) {
            add(zip, entry);
        }
        parseBatch();
    }

    private boolean isWanted(String name) {
        int slash = name.lastIndexOf('/');
        String file = name.substring(slash + 1);
        return file.equals(DESCRIPTOR)
                || (file.endsWith(JAVA)
                        && packages.contains(
                                name.substring(0, Math.max(0, slash)).replace('/', '.')));
    }

    private void add(ZipFile zip, ZipEntry entry) throws IOException {
        Optional<byte[]> content = room > 0 ? content(zip, entry) : Optional.empty();
        room -= content.map(array -> array.length).orElse(LARGEST_MIB * MIB);
        if (content.isEmpty()) {
            troubles.add(
                    entry.getName(),
                    "left out, larger than " + LARGEST_MIB + " MiB, or the sources before it than " + ALL_MIB + " MiB"
                            + REST);
            return;
        }
        String text = MarkdownComments.rewritten(new String(content.get(), StandardCharsets.UTF_8));
        batch.put(entry.getName(), text);
        batchLength += text.length();
        if (batchLength > MIB) {
            parseBatch();
        }
    }

    private Optional<byte[]> content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream stream = zip.getInputStream(entry)) {
            return bytes.read(stream);
        }
    }

    private void parseBatch() throws IOException {
        if (!batch.isEmpty()) {
            sources.parse(batch, troubles);
        }
        batch.clear();
        batchLength = 0;
    }
}
