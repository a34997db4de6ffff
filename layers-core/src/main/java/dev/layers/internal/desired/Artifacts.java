package dev.layers.internal.desired;

import dev.layers.internal.artifact.ArtifactNames;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Finds the artifacts in a directory: jars, exploded directories, and directories of jars. */
public final class Artifacts {
    private static final String JAR = ".jar";

    private Artifacts() {}

    /**
     * Returns the children of {@code directory} that are artifacts, or may be, sorted by name. What is hidden,
     * unfinished by its name, or something else is left alone.
     *
     * @throws Misunderstood if it cannot be listed
     */
    public static List<Path> in(Path directory) throws Misunderstood {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory, Artifacts::isArtifact)) {
            children.forEach(found::add);
        } catch (IOException failure) {
            throw Misunderstood.because(reason(failure));
        } catch (DirectoryIteratorException failure) {
            throw Misunderstood.because(reason(Objects.requireNonNull(failure.getCause())));
        }
        Collections.sort(found);
        return found;
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "nothing is there; wanted a directory of artifacts; make it, or name another";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is no directory; wanted a directory of artifacts; load a single artifact with load";
        }
        String found = failure instanceof AccessDeniedException ? "access is denied" : failure.getMessage();
        return "it cannot be listed: " + found + "; wanted a directory that this process may read";
    }

    /** What is called a jar and is none is told when it is read; so is what cannot be looked into. */
    private static boolean isArtifact(Path child) {
        String name = String.valueOf(child.getFileName());
        if (ArtifactNames.isHidden(name) || ArtifactNames.isUnfinished(name)) {
            return false;
        }
        return name.endsWith(JAR) || (Files.isDirectory(child) && isDirectoryArtifact(child));
    }

    private static boolean isDirectoryArtifact(Path directory) {
        if (Files.exists(directory.resolve("module-info.class"))
                || Files.isDirectory(directory.resolve("META-INF").resolve("services"))) {
            return true;
        }
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(directory, file -> file.toString().endsWith(JAR))) {
            return jars.iterator().hasNext();
        } catch (IOException | DirectoryIteratorException unreadable) {
            return true;
        }
    }
}
