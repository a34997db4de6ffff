package dev.layers.testkit;

/**
 * A source file for one Java release of a multi-release jar.
 *
 * @param release the feature number of the release
 */
record VersionedText(int release, SourceText source) {
    private static final String EXTENSION = ".java";

    /** Returns whether the class file at {@code path} comes of this text: its type, or one within that. */
    boolean makes(String path) {
        String type = source.path().substring(0, source.path().length() - EXTENSION.length());
        return path.equals(type + ".class") || path.startsWith(type + "$");
    }
}
