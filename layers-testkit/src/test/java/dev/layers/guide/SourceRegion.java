package dev.layers.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page shows of a source: a region between markers, or all of it, without the markers and unindented. */
final class SourceRegion {
    private static final String ALL = "";
    private static final Pattern START = Pattern.compile("\\s*(?://|#|<!--) @start region=\"(?<region>[^\"]+)\".*");
    private static final Pattern END = Pattern.compile("\\s*(?://|#|<!--) @end\\b.*");

    private final String region;
    private final Deque<String> open = new ArrayDeque<>(List.of(ALL));
    private final List<String> shown = new ArrayList<>();
    private boolean known;

    private SourceRegion(String region) {
        this.region = region;
        this.known = region.equals(ALL);
    }

    /**
     * Returns the lines of a region; it may have several parts, which are joined.
     *
     * @param root the directory of the project
     * @param source region and path
     * @throws UnknownRegionException if there is no such file or region, or a marker has no other half
     */
    static String read(Path root, SnippetSource source) throws UnknownRegionException {
        SourceRegion region = new SourceRegion(source.region());
        try {
            Files.readAllLines(root.resolve(source.path())).forEach(region::take);
        } catch (IOException missing) {
            throw new UnknownRegionException(source, "no file can be read there");
        }
        if (!region.known) {
            throw new UnknownRegionException(source, "the file has no such region");
        }
        if (region.open.size() != 1) {
            throw new UnknownRegionException(source, "the file has a '@start' without '@end', or the other way round");
        }
        return String.join("\n", region.shown).stripIndent().strip();
    }

    private void take(String line) {
        Matcher start = START.matcher(line);
        if (start.matches()) {
            open.push(start.group("region"));
            known |= open.contains(region);
        } else if (END.matcher(line).matches()) {
            open.poll();
        } else if (open.contains(region)) {
            shown.add(line);
        }
    }
}
