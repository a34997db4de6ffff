package dev.layers.internal.woven;

/** Says what stays with the JVM, since nothing undoes it. */
final class Irreversible extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates one that says {@code sentence}. */
    Irreversible(String sentence) {
        super(sentence, null, false, false);
    }
}
