package dev.layers.docs.read;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be read.
 *
 * @param paths jars, directories of classes, directories of jars, jars of sources
 * @param modulePath the like, whose modules are only known by their descriptors, so that what requires them finds them
 * @param image what becomes of the modules of the running image
 */
public record Inputs(List<Path> paths, List<Path> modulePath, Image image) {
    /** What becomes of the modules of the running image. */
    public enum Image {
        /** Known by what they export, so that types can be told to be theirs. */
        LEFT_OUT,
        /** Read like those of the paths. */
        DOCUMENTED
    }

    public Inputs {
        paths = List.copyOf(paths);
        modulePath = List.copyOf(modulePath);
    }

    public Inputs(List<Path> paths, Image image) {
        this(paths, List.of(), image);
    }
}
