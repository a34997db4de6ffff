package dev.layers.guide;

/** Thrown when a page shows what is not there. */
final class UnknownRegionException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownRegionException(SnippetSource source, String found) {
        super(source + ": " + found + "; name a region between '@start region=\"...\"' and '@end', or leave it out");
    }
}
