package dev.layers.testkit.check;

/** What became of a plug-in. */
enum CheckVerdict {
    /** The JVM let every generation go. */
    COLLECTED,
    /** Something holds it. */
    RETAINED,
    /** Nobody can know. */
    UNCONFIRMED,
    /** It could not be loaded. */
    REFUSED
}
