package dev.layers.internal.watch;

import dev.layers.internal.artifact.ArtifactNames;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Looks at files. Names that begin with a dot are never artifacts: that is what copies under way and old links are called. */
final class FileSights implements Sights {
    private final Path directory;
    private final Terms.Bounds bounds;
    private final Stamps stamps;

    FileSights(Path directory, Terms.Bounds bounds) {
        this.directory = directory;
        this.bounds = bounds;
        this.stamps = Stamps.of(directory.getFileSystem());
    }

    @Override
    public Place root() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(directory, BasicFileAttributes.class);
        if (!attributes.isDirectory()) {
            throw new NotDirectoryException(directory.toString());
        }
        return Place.root(directory, attributes.fileKey());
    }

    @Override
    public Set<Path> children() throws IOException {
        Set<Path> found = new HashSet<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                if (naming(child) == Naming.ARTIFACT) {
                    found.add(child);
                }
            }
        } catch (DirectoryIteratorException failure) {
            throw Objects.requireNonNull(failure.getCause());
        }
        return found;
    }

    @Override
    public Naming naming(Path child) {
        String name = String.valueOf(child.getFileName());
        if (ArtifactNames.isHidden(name)) {
            boolean isWay = Files.isSymbolicLink(child) || Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
            return isWay ? Naming.HIDDEN_WAY : Naming.NOTHING;
        }
        if (ArtifactNames.isUnfinished(name)) {
            return Naming.NOTHING;
        }
        return name.endsWith(".jar") || Files.isDirectory(child) ? Naming.ARTIFACT : Naming.NOTHING;
    }

    @Override
    public Sight look(Path child, Consumer<Place> entering) {
        return new Look(child, stamps, bounds, entering).sight();
    }

    @Override
    public String digest(Path child, Sight sight) {
        return Digest.of(child, sight, bounds);
    }
}
