package dev.layers.internal.resolution;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a module that will do, in the order of {@link Version}.
 *
 * <p>{@code 1.2} stands for that and all higher ones, an interval has square brackets where its end belongs to it and
 * round ones where not: {@code [1.2,2)}, {@code (,2]}, {@code [1.5]}.
 */
public final class VersionRange {
    private static final String WANTED =
            "; wanted a version such as 1.2 for that and all higher ones, or an interval such as [1.2,2), (,2] or [1.5]";

    private final String text;
    private final @Nullable Version least;
    private final @Nullable Version most;
    private final boolean isLeastIn;
    private final boolean isMostIn;

    private VersionRange(String text) {
        this.text = text;
        boolean isInterval = text.startsWith("[") || text.startsWith("(");
        String ends = isInterval ? inner(text) : text + ",";
        int comma = ends.indexOf(',');
        this.isLeastIn = !text.startsWith("(");
        this.isMostIn = text.endsWith("]");
        if (comma < 0) {
            this.least = version(ends);
            this.most = least;
        } else {
            this.least = version(ends.substring(0, comma));
            this.most = version(ends.substring(comma + 1));
        }
        if (isEmpty(comma < 0) || (isInterval && least == null && most == null)) {
            throw refused(text, "no version lies in it");
        }
    }

    /**
     * Returns the range that {@code text} stands for.
     *
     * @throws IllegalArgumentException if it is none, or no version lies in it
     */
    public static VersionRange of(String text) {
        return new VersionRange(text.strip());
    }

    /** Returns whether {@code version} will do. */
    public boolean contains(Version version) {
        return isAboveLeast(version) && isBelowMost(version);
    }

    /** Returns the range as it was written. */
    @Override
    public String toString() {
        return text;
    }

    private boolean isAboveLeast(Version version) {
        int order = least == null ? 1 : version.compareTo(least);
        return order > 0 || (order == 0 && isLeastIn);
    }

    private boolean isBelowMost(Version version) {
        int order = most == null ? -1 : version.compareTo(most);
        return order < 0 || (order == 0 && isMostIn);
    }

    private boolean isEmpty(boolean isOneVersion) {
        if (isOneVersion) {
            return least == null || !isLeastIn || !isMostIn;
        }
        if (least == null || most == null) {
            return false;
        }
        int order = least.compareTo(most);
        return order > 0 || (order == 0 && !(isLeastIn && isMostIn));
    }

    private static String inner(String text) {
        if (!text.endsWith("]") && !text.endsWith(")")) {
            throw refused(text, "its end has no bracket");
        }
        return text.substring(1, text.length() - 1);
    }

    private @Nullable Version version(String end) {
        String stripped = end.strip();
        if (stripped.isEmpty() && !text.isEmpty()) {
            return null;
        }
        return parsed(stripped).orElseThrow(() -> refused(text, "'" + stripped + "' is no version"));
    }

    private static Optional<Version> parsed(String text) {
        boolean isPlain = text.chars().noneMatch(letter -> "[](),;\"' ".indexOf(letter) >= 0);
        try {
            return isPlain ? Optional.of(Version.parse(text)) : Optional.empty();
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("Version range '" + text + "': " + why + WANTED);
    }
}
