package dev.layers;

import dev.layers.internal.watch.Settled;
import dev.layers.internal.watch.Terms;
import dev.layers.internal.watch.Watcher;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether changes are made of the bytes that were found at rest; what is read meanwhile may be others, or half of them. */
final class AtRest {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Settled settled;
    private final Terms.Bounds bounds;
    /** By what changes call them. */
    private final Map<String, Path> paths;

    AtRest(Settled settled, Environment environment) {
        this.settled = settled;
        this.bounds = bounds(environment);
        this.paths =
                settled.artifacts().keySet().stream().collect(Collectors.toMap(Path::toString, Function.identity()));
    }

    /** Returns how much of an artifact is looked at. */
    static Terms.Bounds bounds(Environment environment) {
        ArtifactPolicy artifacts = environment.policies().artifacts();
        return new Terms.Bounds(artifacts.entries(), artifacts.inflated(), artifacts.depth());
    }

    /** What is gone or has no digest is as it is. */
    boolean includes(Change change) {
        Path path = paths.get(change.source());
        String digest = path == null ? null : settled.artifacts().get(path);
        if (path == null || digest == null || !DIGEST.matcher(digest).matches()) {
            return true;
        }
        return change.to().map(digest::equals).orElseGet(() -> digest.equals(Watcher.digest(path, bounds)));
    }
}
