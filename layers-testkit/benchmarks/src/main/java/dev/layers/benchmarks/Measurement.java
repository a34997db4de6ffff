package dev.layers.benchmarks;

/** One item of the suite. */
public interface Measurement {
    /** Returns what it is called on the command line: one word. */
    String name();

    /** Returns the heading above its result. */
    String title();

    /**
     * Measures, checks that what it measured really happened, and returns the result as Markdown.
     *
     * @param effort how long it may take
     */
    String measure(Effort effort) throws Exception;
}
