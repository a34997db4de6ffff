package dev.layers.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The links of a page to files of the project and to headings in them. */
final class PageLinks {
    private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*(`{3,}|~{3,}).*?^\\s*\\1\\s*$|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?<path>[^)#\\s]*)(?:#(?<heading>[^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (?<text>.+)$");

    private PageLinks() {}

    /** Returns what links of {@code page} lead nowhere. */
    static Stream<String> broken(Path page) throws IOException {
        String text = FENCED.matcher(Files.readString(page)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(0).substring(2, link.group(0).length() - 1))
                .filter(link -> !link.startsWith("http:") && !link.startsWith("https:"))
                .filter(link -> !leads(page, link));
    }

    private static boolean leads(Path page, String link) {
        Matcher parts = LINK.matcher("](" + link + ")");
        if (!parts.matches()) {
            return false;
        }
        Path target = parts.group("path").isEmpty() ? page : page.resolveSibling(parts.group("path"));
        return Files.exists(target)
                && Optional.ofNullable(parts.group("heading"))
                        .map(heading -> headings(target).anyMatch(heading::equals))
                        .orElse(true);
    }

    private static Stream<String> headings(Path page) {
        try {
            return HEADING.matcher(Files.readString(page)).results().map(heading -> anchor(heading.group(1)));
        } catch (IOException unreadable) {
            throw new AssertionError(page + " cannot be read", unreadable);
        }
    }

    /** As GitHub makes them. */
    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
