package dev.layers.internal.snapshot;

import dev.layers.preflight.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Makes artifacts of bytes; entries other than those that say what the artifact is stay unread. */
final class ArtifactParser {
    private ArtifactParser() {}

    static Artifact jar(Path file, byte[] bytes, Limits limits) throws ArtifactDefect {
        Findings findings = new Findings(file);
        if (!ArchiveDirectory.isEnded(bytes)) {
            throw notEnded(bytes, findings);
        }
        Contents all = ArchiveDirectory.read(bytes, limits, findings);
        findings.check();
        try {
            return artifact(file, all, Digest.of(bytes)).with(JarSigners.of(file, all));
        } catch (ArtifactDefect refused) {
            all.close();
            throw refused;
        }
    }

    private static ArtifactDefect notEnded(byte[] bytes, Findings findings) {
        if (!ArchiveDirectory.isBegun(bytes)) {
            return findings.last(Rule.NOT_AN_ARCHIVE, "not a zip archive");
        }
        return findings.last(
                Rule.ARCHIVE_CUT_SHORT, "the archive is cut short: " + bytes.length + " bytes and no end record");
    }

    static Artifact directory(Path directory, Map<String, byte[]> files) throws ArtifactDefect {
        return artifact(directory, new DirectoryContents(files), Digest.of(files));
    }

    private static Artifact artifact(Path path, Contents all, String digest) throws ArtifactDefect {
        Attributes manifest = manifest(path, all);
        Contents contents = Boolean.parseBoolean(manifest.getValue("Multi-Release"))
                ? VersionedContents.of(all, Runtime.version().feature())
                : all;
        return new Artifact(path, contents, manifest, digest, JarSigners.none());
    }

    private static Attributes manifest(Path path, Contents contents) throws ArtifactDefect {
        try {
            byte[] bytes = contents.look(JarFile.MANIFEST_NAME);
            return bytes == null ? new Attributes() : new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
        } catch (DamagedEntry damaged) {
            throw new Findings(path).last(Rule.ENTRY_DAMAGED, String.valueOf(damaged.getMessage()));
        } catch (IOException invalid) {
            throw new Findings(path)
                    .last(Rule.MANIFEST_INVALID, "its manifest cannot be parsed: " + invalid.getMessage());
        }
    }
}
