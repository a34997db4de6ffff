package dev.layers.benchmarks.reload;

import dev.layers.benchmarks.Calculator;
import java.io.IOException;

/** A calculator whose provider can be replaced while it is called. */
interface Reloading extends AutoCloseable {
    /** Returns what callers keep. */
    Calculator calculator();

    /** Loads the provider anew, from bytes that were never seen, and sends all further calls there. */
    void reload() throws Exception;

    /** Checks that everything that was replaced is let go. */
    void settle();

    @Override
    void close() throws IOException;
}
