package dev.layers.docs;

/** Why no pages could be made, in words for the person who asked for them. */
abstract sealed class DocsException extends Exception permits ArtifactException, PageException {
    private static final long serialVersionUID = 1L;

    DocsException(String message) {
        super(message);
    }

    DocsException(String message, Throwable cause) {
        super(message, cause);
    }
}
