package dev.layers.internal.artifact;

import java.util.Set;

/** The names that no artifact in a directory has. */
public final class ArtifactNames {
    /** How editors, copiers and browsers call what they have not finished. */
    private static final Set<String> UNFINISHED =
            Set.of("~", ".tmp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".swp", ".bak");

    private ArtifactNames() {}

    /** Returns whether {@code name} is that of what is hidden. */
    public static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    /** Returns whether {@code name} is that of what nobody has finished, or of a copy that was set aside. */
    public static boolean isUnfinished(String name) {
        return UNFINISHED.stream().anyMatch(name::endsWith);
    }
}
