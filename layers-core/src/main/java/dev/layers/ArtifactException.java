package dev.layers;

import dev.layers.internal.snapshot.ArtifactDefect;

/**
 * Thrown when an artifact cannot be read as a module.
 *
 * @since 0.1
 */
public abstract sealed class ArtifactException extends LayerException
        permits ArtifactIncompleteException,
                ArtifactMissingException,
                ArtifactUnreadableException,
                ModuleMissingException {
    private static final long serialVersionUID = 1L;

    ArtifactException(String message) {
        super(message);
    }

    static ArtifactException of(ArtifactDefect defect) {
        String message = String.valueOf(defect.getMessage());
        return switch (defect.kind()) {
            case MISSING -> new ArtifactMissingException(message);
            case INCOMPLETE -> new ArtifactIncompleteException(message);
            case UNREADABLE -> new ArtifactUnreadableException(message);
            case NO_MODULE -> new ModuleMissingException(message);
        };
    }
}
