package dev.layers.internal.snapshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

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
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : filesBelow(directory)) {
            String name = directory
                    .relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
            files.put(name, readStable(file));
        }
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

    private static byte[] readStable(Path file) throws ArtifactDefect {
        try {
            BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
            byte[] bytes = Files.readAllBytes(file);
            BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
            if (!isSame(before, after) || bytes.length != after.size()) {
                throw ArtifactDefect.changing(file);
            }
            return bytes;
        } catch (NoSuchFileException gone) {
            throw ArtifactDefect.missing(file);
        } catch (IOException | OutOfMemoryError failure) {
            throw ArtifactDefect.denied(file, failure);
        }
    }

    private static boolean isSame(BasicFileAttributes before, BasicFileAttributes after) {
        return before.size() == after.size()
                && before.lastModifiedTime().equals(after.lastModifiedTime())
                && Objects.equals(before.fileKey(), after.fileKey());
    }

    private static Iterable<Path> filesBelow(Path directory) throws ArtifactDefect {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException failure) {
            throw ArtifactDefect.denied(directory, failure);
        }
    }
}
