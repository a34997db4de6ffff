package dev.layers.docs.render;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;

/** What a link of an HTML page says. */
public final class Href {
    private static final int ROOT = 1;

    private Href() {}

    /**
     * Returns what leads from one page to a place of another.
     *
     * @param from the place of the page that has the link, below a directory, with slashes
     * @param to the place of the page that it leads to, below the same directory
     * @param anchor the name of the place on it, empty for its beginning
     */
    public static String between(String from, String to, String anchor) {
        return from.equals(to) && !anchor.isEmpty() ? encoded("/", anchor).substring(ROOT) : path(from, to, anchor);
    }

    private static String path(String from, String to, String anchor) {
        List<String> start = Arrays.asList(from.split("/"));
        List<String> end = Arrays.asList(to.split("/"));
        int shared = 0;
        while (shared < Math.min(start.size(), end.size()) - 1
                && start.get(shared).equals(end.get(shared))) {
            shared++;
        }
        String up = "../".repeat(start.size() - 1 - shared);
        return up
                + encoded("/" + String.join("/", end.subList(shared, end.size())), anchor)
                        .substring(ROOT);
    }

    /** Begins with a slash, or what is before a colon would be taken for a scheme. */
    private static String encoded(String path, String anchor) {
        try {
            return new URI(null, null, path, anchor.isEmpty() ? null : anchor).toASCIIString();
        } catch (URISyntaxException failure) {
            throw new IllegalArgumentException(path + "#" + anchor + ": no address", failure);
        }
    }
}
