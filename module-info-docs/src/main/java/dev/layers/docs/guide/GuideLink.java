package dev.layers.docs.guide;

import java.util.Optional;
import java.util.Set;

/**
 * A link of a guide to one of its own pages or to one about modules.
 *
 * @param origin the file and the line that it stands in
 * @param written where it leads as its author wrote it
 * @param target the place of the page that it leads to
 * @param anchor of a place on that page, empty for its beginning
 */
public record GuideLink(String origin, String written, String target, String anchor) {
    /** Returns what is wrong with it, given the anchors of its target, if that is there. */
    Optional<String> broken(Optional<Set<String>> anchors) {
        if (anchors.isEmpty()) {
            return Optional.of(origin + ": no page at '" + written + "'; correct the link");
        }
        return anchor.isEmpty() || anchors.get().contains(anchor)
                ? Optional.empty()
                : Optional.of(origin + ": no heading for '#" + anchor + "' at '" + written + "'; correct the link");
    }
}
