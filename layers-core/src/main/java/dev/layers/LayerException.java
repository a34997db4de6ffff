package dev.layers;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the world outside does not allow what was asked. Its message says where, what was found, what was wanted
 * and what to do. It holds nothing of a module; what a module threw is its cause as a copy in text.
 *
 * @since 0.1
 */
public abstract sealed class LayerException extends RuntimeException
        permits ArtifactException,
                ModuleBusyException,
                ModuleNameTakenException,
                ModuleResolutionException,
                ModuleStartException,
                ModuleUnloadedException,
                ProviderCreationException,
                ProviderMissingException,
                ReloadRefusedException {
    private static final long serialVersionUID = 1L;

    LayerException(String message) {
        super(message);
    }

    LayerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
