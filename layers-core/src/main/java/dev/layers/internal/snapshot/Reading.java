package dev.layers.internal.snapshot;

import dev.layers.preflight.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading an artifact and its libraries.
 *
 * @param snapshot what was read; empty if it could not be
 * @param classFiles what took the class files; empty if nothing was examined, since nothing was read or it was known
 * @param findings what is wrong
 * @param <V> the type of what takes the class files
 */
public record Reading<V extends ClassFiles>(
        Optional<Snapshot> snapshot, Optional<V> classFiles, List<Finding> findings) {}
