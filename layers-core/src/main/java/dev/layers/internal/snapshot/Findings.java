package dev.layers.internal.snapshot;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was found in one jar or directory so far. */
final class Findings {
    private final Path artifact;
    private final List<Finding> all = new ArrayList<>();

    Findings(Path artifact) {
        this.artifact = artifact;
    }

    void add(Rule rule, String found, Object... details) {
        all.add(rule.at(artifact, found, details));
    }

    void addAll(List<Finding> findings) {
        all.addAll(findings);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    /** Returns what ends the reading: one more finding, after which it makes no sense to look for others. */
    ArtifactDefect last(Rule rule, String found, Object... details) {
        return last(rule.at(artifact, found, details));
    }

    /** Returns what ends the reading with {@code finding}. */
    ArtifactDefect last(Finding finding) {
        all.add(finding);
        return new ArtifactDefect(all);
    }

    /** Ends the reading if anything was found. */
    void check() throws ArtifactDefect {
        if (!all.isEmpty()) {
            throw new ArtifactDefect(all);
        }
    }
}
