package dev.layers.internal.snapshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Reads artifacts whole and checks that every byte is what it should be. */
final class ArtifactReader {
    private ArtifactReader() {}

    static Artifact readFile(Path file) throws ArtifactDefect {
        byte[] bytes = readStable(file);
        if (!ArchiveDirectory.isEnded(bytes)) {
            throw ArchiveDirectory.isBegun(bytes)
                    ? ArtifactDefect.cutShort(file, bytes.length)
                    : ArtifactDefect.notAnArchive(file);
        }
        try {
            return artifact(file, ArchiveDirectory.read(bytes), Digest.of(bytes));
        } catch (IOException damaged) {
            throw ArtifactDefect.broken(file, String.valueOf(damaged.getMessage()));
        }
    }

    static Artifact readDirectory(Path directory) throws ArtifactDefect {
        Map<String, byte[]> files = readStableDirectory(directory);
        try {
            return artifact(directory, new DirectoryContents(files), Digest.of(files));
        } catch (IOException damaged) {
            throw ArtifactDefect.broken(directory, String.valueOf(damaged.getMessage()));
        }
    }

    private static Artifact artifact(Path path, Contents all, String digest) throws IOException, ArtifactDefect {
        Attributes manifest = manifest(all);
        Contents contents = Boolean.parseBoolean(manifest.getValue("Multi-Release"))
                ? VersionedContents.of(all, Runtime.version().feature())
                : all;
        check(path, contents);
        return new Artifact(path, contents, manifest, digest);
    }

    /** Reads every entry once: a fault found now is a refusal, found later it would be a failure of the module. */
    private static void check(Path path, Contents contents) throws IOException, ArtifactDefect {
        for (String name : contents.names()) {
            byte[] bytes = contents.read(name);
            if (bytes != null && name.endsWith(".class") && ClassVersion.isTooNew(bytes)) {
                throw ArtifactDefect.tooNew(path, name, ClassVersion.major(bytes));
            }
        }
    }

    private static Attributes manifest(Contents contents) throws IOException {
        byte[] bytes = contents.read(JarFile.MANIFEST_NAME);
        return bytes == null ? new Attributes() : new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
    }

    /** Reads every file; a compiler that writes meanwhile would give classes of two builds. */
    private static Map<String, byte[]> readStableDirectory(Path directory) throws ArtifactDefect {
        try {
            Map<Path, Stamp> before = Stamp.below(directory);
            Map<String, byte[]> files = new TreeMap<>();
            for (Path file : before.keySet()) {
                files.put(name(directory, file), readStable(file));
            }
            if (!Stamp.below(directory).equals(before)) {
                throw ArtifactDefect.changing(directory);
            }
            return files;
        } catch (IOException failure) {
            throw ArtifactDefect.denied(directory, failure);
        }
    }

    private static String name(Path directory, Path file) {
        String separator = file.getFileSystem().getSeparator();
        return directory.relativize(file).toString().replace(separator, "/");
    }

    private static byte[] readStable(Path file) throws ArtifactDefect {
        try {
            Stamp before = Stamp.of(file);
            byte[] bytes = Files.readAllBytes(file);
            Stamp after = Stamp.of(file);
            if (!before.equals(after) || bytes.length != after.size()) {
                throw ArtifactDefect.changing(file);
            }
            return bytes;
        } catch (NoSuchFileException gone) {
            throw ArtifactDefect.missing(file);
        } catch (IOException | OutOfMemoryError failure) {
            throw ArtifactDefect.denied(file, failure);
        }
    }
}
