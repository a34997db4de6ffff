package dev.layers.internal.snapshot;

import dev.layers.preflight.Finding;
import java.util.List;

/** Says why no snapshot can be taken of an artifact. */
public final class ArtifactDefect extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    ArtifactDefect(List<Finding> findings) {
        super(findings.get(0).text());
        this.findings = List.copyOf(findings);
    }

    /** Returns what was found, at least one error. */
    public List<Finding> findings() {
        return findings;
    }
}
