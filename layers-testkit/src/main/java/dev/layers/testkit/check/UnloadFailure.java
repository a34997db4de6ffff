package dev.layers.testkit.check;

import dev.layers.LayerException;
import java.nio.file.Path;

/** Thrown when a plug-in that was loaded could not be unloaded at all. */
final class UnloadFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnloadFailure(LayerException cause) {
        super(cause.getMessage(), cause);
    }

    CheckFinding finding(Path plugin) {
        return new CheckFinding(
                Round.VERDICT,
                plugin.toString(),
                String.valueOf(getMessage()),
                "an unload by the check alone",
                "have the plug-in not keep its own unload from its host");
    }
}
