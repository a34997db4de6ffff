package dev.layers.internal.snapshot;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the artifacts at a path whole, and of their entries as much as tells what they are. */
final class ArtifactReader {
    private final Listing listing;
    private final Limits limits;
    private final List<Artifact> artifacts = new ArrayList<>();
    private final List<Finding> defects = new ArrayList<>();

    private ArtifactReader(Listing listing, Limits limits) {
        this.listing = listing;
        this.limits = limits;
    }

    /** Reads what was listed a moment ago. */
    static List<Artifact> read(Listing listing, Limits limits) throws ArtifactDefect {
        ArtifactReader reader = new ArtifactReader(listing, limits);
        reader.readAll();
        if (!reader.defects.isEmpty()) {
            reader.artifacts.forEach(Artifact::close);
            throw new ArtifactDefect(reader.defects);
        }
        return reader.artifacts;
    }

    /** Returns one artifact, or those of a directory of jars; whatever is wrong with them is told together. */
    static List<Artifact> read(Path path, Role role, Limits limits) throws ArtifactDefect {
        return read(ArtifactLister.list(path, role, limits), limits);
    }

    private void readAll() throws ArtifactDefect {
        Map<String, byte[]> files = readFiles();
        if (listing.kind() == Listing.Kind.EXPLODED) {
            artifacts.add(ArtifactParser.directory(listing.path(), files));
        } else {
            files.forEach(this::addJar);
        }
    }

    /** A defect of one jar does not hide those of the others. */
    private void addJar(String name, byte[] bytes) {
        try {
            artifacts.add(ArtifactParser.jar(listing.path(name), bytes, limits));
        } catch (ArtifactDefect defect) {
            defects.addAll(defect.findings());
        }
    }

    /** A compiler that writes meanwhile would give classes of two builds. */
    private Map<String, byte[]> readFiles() throws ArtifactDefect {
        Map<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, ListedFile> file : listing.files().entrySet()) {
            files.put(file.getKey(), readFile(file.getKey(), file.getValue()));
        }
        Listing now = ArtifactLister.list(listing.path(), listing.role(), limits);
        Optional<String> change = listing.changeTo(now);
        if (change.isPresent()) {
            throw notReady(change.get());
        }
        return files;
    }

    private byte[] readFile(String name, ListedFile listed) throws ArtifactDefect {
        Path file = listed.path();
        // what was named may be a link; what lies below is none, and must not become one
        Set<OpenOption> options = name.isEmpty()
                ? Set.of(StandardOpenOption.READ)
                : Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try {
            return WholeFile.read(file, (int) listed.stamp().size(), options)
                    .orElseThrow(() -> notReady("'" + file.getFileName() + "' changed its size"));
        } catch (NoSuchFileException gone) {
            throw notReady("'" + file.getFileName() + "' was removed");
        } catch (IOException failure) {
            throw new Findings(file).last(Rule.ARTIFACT_UNREADABLE, "it cannot be read: " + Unreadable.reason(failure));
        } catch (OutOfMemoryError full) {
            throw new Findings(file)
                    .last(Rule.TOO_LARGE, "it does not fit into memory: " + full.getMessage(), limits.inflated());
        }
    }

    private ArtifactDefect notReady(String change) {
        return new Findings(listing.path()).last(Rule.NOT_READY, change + " while it was read", limits.quietText());
    }
}
