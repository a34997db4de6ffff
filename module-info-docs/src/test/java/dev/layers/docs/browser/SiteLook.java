package dev.layers.docs.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What all pages of a site turned out to be in a browser. */
record SiteLook(List<PageLook> pages) {
    /** How much of a page is looked at. */
    enum Depth {
        /** Where its links lead, by its file. */
        READ,
        /** All but what axe says of it. */
        BRIEF,
        WHOLE
    }

    /** Looks at each page below a directory. */
    static SiteLook at(Path directory, Browser browser, Function<Path, Depth> depth) throws IOException {
        List<PageLook> pages = new ArrayList<>();
        for (Path file : files(directory)) {
            pages.add(
                    switch (depth.apply(file)) {
                        case READ -> PageLook.read(file);
                        case BRIEF -> PageLook.brief(file, browser);
                        case WHOLE -> PageLook.whole(file, browser);
                    });
        }
        return new SiteLook(pages);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns what one kind of look found, each with its page. */
    List<String> found(Function<PageLook, List<String>> kind) {
        return pages.stream()
                .flatMap(page -> kind.apply(page).stream().map(found -> page.page() + " " + found))
                .toList();
    }

    /** Returns the links that lead to no file, or to no place on a page. */
    List<String> deadLinks() {
        Map<Path, Set<String>> places = new HashMap<>();
        pages.forEach(page -> places.put(page.page(), new HashSet<>(page.places())));
        return found(page -> page.links().stream()
                .filter(link -> isDead(URI.create(link), places))
                .toList());
    }

    /** Returns the identifiers that are not one of a kind on their page. */
    List<String> repeatedPlaces() {
        return found(page -> {
            Set<String> seen = new HashSet<>();
            return page.places().stream().filter(place -> !seen.add(place)).toList();
        });
    }

    /** Returns what was asked of anything but the disk. */
    List<String> foreignRequests() {
        return found(page -> page.requests().stream()
                .filter(request -> !request.startsWith("file:"))
                .toList());
    }

    private static boolean isDead(URI link, Map<Path, Set<String>> places) {
        if (!"file".equals(link.getScheme())) {
            return !Set.of("http", "https", "mailto").contains(link.getScheme());
        }
        Path file = Path.of(URI.create("file://" + link.getRawPath()));
        boolean hasPlace = link.getFragment() == null
                || places.getOrDefault(file, Set.of()).contains(link.getFragment());
        return !Files.isRegularFile(file) || !hasPlace;
    }
}
