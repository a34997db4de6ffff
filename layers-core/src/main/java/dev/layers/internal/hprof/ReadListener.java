package dev.layers.internal.hprof;

import java.io.IOException;

/** Is told how far a file was read; throws to stop. */
@FunctionalInterface
public interface ReadListener {
    /** Tells that {@code percent} of the file were read. */
    void read(int percent) throws IOException;
}
