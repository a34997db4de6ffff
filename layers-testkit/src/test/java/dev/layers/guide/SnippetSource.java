package dev.layers.guide;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a fence comes from, as the comment above it says.
 *
 * @param region the region, empty for the whole file
 * @param path the file, relative to the project
 */
record SnippetSource(String region, String path) {
    private static final Pattern COMMENT =
            Pattern.compile("\\s*<!-- snippet: (?:(?<region>\\S+) of )?(?<path>\\S+) -->\\s*");

    /** Returns what {@code line} says, if it is such a comment. */
    static Optional<SnippetSource> of(String line) {
        Matcher comment = COMMENT.matcher(line);
        if (!comment.matches()) {
            return Optional.empty();
        }
        String region = Optional.ofNullable(comment.group("region")).orElse("");
        return Optional.of(new SnippetSource(region, comment.group("path")));
    }

    @Override
    public String toString() {
        return region.isEmpty() ? "'" + path + "'" : "region '" + region + "' of '" + path + "'";
    }
}
