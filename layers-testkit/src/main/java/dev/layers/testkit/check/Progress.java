package dev.layers.testkit.check;

/** Is told what a check does. */
interface Progress {
    /** A line for whoever waits. */
    void doing(String what);

    /** There is no more to tell. */
    void done();
}
