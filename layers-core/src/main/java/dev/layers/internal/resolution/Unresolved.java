package dev.layers.internal.resolution;

import dev.layers.preflight.Finding;

/** The JDK does not resolve the modules. */
public final class Unresolved extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Unresolved(Finding finding) {
        super(finding.text());
        this.finding = finding;
    }

    /** Returns what the JDK said. */
    public Finding finding() {
        return finding;
    }
}
