package dev.layers.internal.snapshot;

import dev.layers.preflight.Finding;
import java.util.List;

/** Takes the class files of a snapshot, several at once and in any order. */
@FunctionalInterface
public interface ClassFiles {
    /**
     * Takes one class file and returns what is to be said of it.
     *
     * @param artifact the path of the jar or directory
     * @param entry the name of the class file as the running version of Java sees it
     * @param classFile its bytes; they are the receiver's to keep, not to change
     */
    List<Finding> add(String artifact, String entry, byte[] classFile);
}
