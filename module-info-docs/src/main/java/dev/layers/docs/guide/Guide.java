package dev.layers.docs.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The pages of a guide in the order in which they are to be read. */
public record Guide(List<GuidePage> pages) {
    static final String INDEX = "index.html";

    public Guide {
        pages = List.copyOf(pages);
    }

    /** Returns the pages with the index first, then those that it leads to as it does, then the others by place. */
    static Guide ordered(List<GuidePage> pages) {
        List<String> order = new ArrayList<>(List.of(INDEX));
        pages.stream()
                .filter(page -> page.place().equals(INDEX))
                .flatMap(index -> index.links().stream())
                .forEach(link -> order.add(link.target()));
        return new Guide(pages.stream()
                .sorted(Comparator.comparingInt((GuidePage page) -> position(order, page))
                        .thenComparing(GuidePage::place))
                .toList());
    }

    private static int position(List<String> order, GuidePage page) {
        int position = order.indexOf(page.place());
        return position < 0 ? order.size() : position;
    }

    public boolean hasIndex() {
        return pages.get(0).place().equals(INDEX);
    }

    /**
     * Makes sure that each link leads somewhere.
     *
     * @param others returns the anchors of a page that is no page of the guide, by its place; nothing if there is none
     * @throws GuideException with a line for each link that does not
     */
    public void check(Function<String, Optional<Set<String>>> others) throws GuideException {
        List<String> broken = new ArrayList<>();
        for (GuidePage page : pages) {
            page.links()
                    .forEach(link -> link.broken(anchors(link.target(), others)).ifPresent(broken::add));
            broken.addAll(page.dangling());
        }
        if (!broken.isEmpty()) {
            throw GuideException.broken(broken);
        }
    }

    private Optional<Set<String>> anchors(String place, Function<String, Optional<Set<String>>> others) {
        return pages.stream()
                .filter(page -> page.place().equals(place))
                .findFirst()
                .map(GuidePage::anchors)
                .or(() -> others.apply(place));
    }
}
