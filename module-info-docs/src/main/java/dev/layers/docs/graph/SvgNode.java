package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.Placement.Area;
import dev.layers.docs.graph.Placement.Box;
import java.util.Locale;
import java.util.Optional;

/** The box of a node: a link where it leads somewhere. */
final class SvgNode {
    private static final double STACKED = 3;
    private static final int MOST_MEMBERS_TOLD = 40;

    private SvgNode() {}

    static void draw(Box box, Optional<String> address, SvgText svg) {
        String cssClass = "node " + box.node().kind().name().toLowerCase(Locale.ROOT);
        String element = address.isPresent() ? "a" : "g";
        address.ifPresentOrElse(
                href -> svg.open(element, "class", cssClass, "href", href), () -> svg.open(element, "class", cssClass));
        svg.element("title", title(box.node()));
        if (box.node().isCluster()) {
            Area area = box.area();
            rectangle(new Area(area.x() + STACKED, area.y() - STACKED, area.width(), area.height()), "box", svg);
        }
        rectangle(box.area(), "box", svg);
        texts(box, svg);
        svg.close(element);
    }

    static void rectangle(Area area, String cssClass, SvgText svg) {
        svg.empty(
                "rect",
                "class",
                cssClass,
                "x",
                area.x(),
                "y",
                area.y(),
                "width",
                area.width(),
                "height",
                area.height(),
                "rx",
                5);
    }

    private static String title(Node node) {
        String title = node.name() + ": " + Label.word(node);
        if (!node.isCluster()) {
            return title;
        }
        String members = String.join(
                ", ", node.members().stream().limit(MOST_MEMBERS_TOLD).toList());
        return title + ": " + members + (node.members().size() > MOST_MEMBERS_TOLD ? ", \u2026" : "");
    }

    private static void texts(Box box, SvgText svg) {
        Label label = box.label();
        Area area = box.area();
        double middle = area.x() + area.width() / 2;
        double baseline = area.y() + (area.height() - label.height()) / 2 + Label.LINE;
        for (String line : label.lines()) {
            svg.element("text", line, "class", "name", "x", middle, "y", baseline);
            baseline += Label.LINE;
        }
        double last = baseline - Label.LINE + Label.NOTE_LINE;
        label.note().ifPresent(note -> svg.element("text", note, "class", "note", "x", middle, "y", last));
    }
}
