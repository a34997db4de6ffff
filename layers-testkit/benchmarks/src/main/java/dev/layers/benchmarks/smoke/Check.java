package dev.layers.benchmarks.smoke;

import dev.layers.benchmarks.Bound;
import java.util.List;

/**
 * Something that is measured and has its bounds.
 *
 * @param name the measurement of the suite that tells more
 * @param measuring what measures
 */
record Check(String name, Measuring measuring) {
    /** What measures. */
    interface Measuring {
        List<Bound> measure() throws Exception;
    }
}
