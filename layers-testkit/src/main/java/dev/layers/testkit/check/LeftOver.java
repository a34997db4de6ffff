package dev.layers.testkit.check;

/**
 * What a plug-in left behind.
 *
 * @param kind the step of the unload that found it, {@link #UNDONE} or {@link #GROWTH}
 * @param text a sentence
 */
record LeftOver(String kind, String text) {
    /** It was left and the unload undid it. */
    static final String UNDONE = "UNDONE";

    /** The JVM has more of something after each round. */
    static final String GROWTH = "GROWTH";

    boolean isUndone() {
        return kind.equals(UNDONE);
    }
}
