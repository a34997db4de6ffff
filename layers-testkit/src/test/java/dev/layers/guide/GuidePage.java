package dev.layers.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the guide as it should be: each fence below a comment {@code <!-- snippet: REGION of PATH -->} shows that region.
 *
 * @param text the page with all fences brought up to date
 * @param faults what is wrong with its comments, a sentence each
 */
record GuidePage(String text, List<String> faults) {
    /** What a page may show by itself: lines to type, files of other programs, drawings. All else is code or output. */
    private static final Set<String> UNTESTED = Set.of("sh", "console", "json", "xml", "yaml", "properties", "layout");

    private static final Pattern INDENTED = Pattern.compile(" {4}\\s*(?<begin>\\S.*)");
    private static final Pattern ITEM = Pattern.compile(" {0,3}(?:[-*+]|\\d+[.)]) .*");

    private static final Pattern FENCE = Pattern.compile("(?<indent>\\s*)(?<ticks>`{3,}|~{3,})\\s*(?<language>\\w*).*");

    /** Reads {@code lines} of page {@code name}, whose sources are below {@code root}. */
    static GuidePage of(String name, List<String> lines, Path root) {
        return new Reader(name, lines.iterator(), root).page();
    }

    /** Goes through a page line by line. */
    private static final class Reader {
        private final String name;
        private final Iterator<String> lines;
        private final Path root;
        private final List<String> written = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private Optional<SnippetSource> source = Optional.empty();
        private String previous = "";
        private String margin = "";

        Reader(String name, Iterator<String> lines, Path root) {
            this.name = name;
            this.lines = lines;
            this.root = root;
        }

        GuidePage page() {
            while (lines.hasNext()) {
                String line = lines.next();
                Matcher fence = FENCE.matcher(line);
                if (fence.matches()) {
                    written.add(line);
                    fence(fence);
                } else {
                    requireFence(line);
                    requireNoBlock(line);
                    written.add(line);
                    source = SnippetSource.of(line);
                }
            }
            requireFence("the end");
            return new GuidePage(String.join("\n", written) + "\n", faults);
        }

        private void fence(Matcher fence) {
            List<String> content = content(fence.group("ticks"));
            String end = content.remove(content.size() - 1);
            String language = fence.group("language").toLowerCase(Locale.ROOT);
            if (source.isEmpty() && !UNTESTED.contains(language)) {
                faults.add(name + ": fence of '" + language + "' that begins '"
                        + content.stream().findFirst().orElse("")
                        + "' has no '<!-- snippet: REGION of PATH -->' on the line above it; show a tested source");
            }
            source.map(shown -> shown(shown, fence.group("indent"), content))
                    .orElse(content)
                    .forEach(written::add);
            written.add(end);
            source = Optional.empty();
        }

        private List<String> content(String ticks) {
            List<String> content = new ArrayList<>();
            while (lines.hasNext()) {
                content.add(lines.next());
                if (content.get(content.size() - 1).strip().equals(ticks)) {
                    return content;
                }
            }
            faults.add(name + ": a fence has no end; close it with '" + ticks + "'");
            content.add(ticks);
            return content;
        }

        private List<String> shown(SnippetSource wanted, String indent, List<String> content) {
            try {
                return SourceRegion.read(root, wanted)
                        .lines()
                        .map(line -> line.isEmpty() ? line : indent + line)
                        .toList();
            } catch (UnknownRegionException unknown) {
                faults.add(name + ": " + unknown.getMessage());
                return content;
            }
        }

        /** An indented line after an empty one is code, unless it belongs to the item of a list. */
        private void requireNoBlock(String line) {
            Matcher indented = INDENTED.matcher(line);
            if (indented.matches()
                    && previous.isBlank()
                    && !ITEM.matcher(margin).matches()) {
                faults.add(name + ": indented block that begins '" + indented.group("begin")
                        + "' cannot say where it comes from; make it a fence that shows a tested source");
            }
            margin = line.isBlank() || line.startsWith(" ") ? margin : line;
            previous = line;
        }

        private void requireFence(String found) {
            source.ifPresent(lonely -> faults.add(
                    name + ": " + lonely + " is announced above '" + found + "'; wanted a fence on the next line"));
        }
    }
}
