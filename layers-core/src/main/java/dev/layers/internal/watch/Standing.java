package dev.layers.internal.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How it stands with a directory that is watched.
 *
 * @param artifacts how many artifacts were told
 * @param restless which paths have changed and are waited for
 * @param trouble why it cannot be followed
 * @param means how changes are noticed
 * @param looks how often everything was looked at
 */
public record Standing(int artifacts, List<Path> restless, Optional<String> trouble, String means, long looks) {
    public Standing {
        restless = List.copyOf(restless);
    }
}
