package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.Placement.Area;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A graph as SVG, for a page or a file of its own. A page sets the colours by variables such as {@code --graph-edge};
 * without them they follow the reader's scheme.
 *
 * @param id of the drawing, of letters, digits and hyphens, no other in the page
 * @param title what a screen reader calls it
 * @param links where a node leads to, if anywhere
 */
public record SvgDrawing(String id, String title, ModuleGraph graph, Function<Node, Optional<String>> links) {
    private static final double MARGIN = 14;
    private static final double NARROWEST = 340;
    private static final double SMALLEST_SCALE = 0.75;

    /** Returns the style of drawings, for pages that have many. */
    public static String style() {
        return SvgStyle.TEXT;
    }

    /** Returns the SVG element with its style, for a file of its own. */
    public String text() {
        return text(SvgStyle.TEXT);
    }

    /** Returns the SVG element for a page that has the style already. */
    public String unstyled() {
        return text("");
    }

    private String text(String style) {
        Reduction reduction = Reduction.of(graph);
        Placement placement = LayeredLayout.of(reduction.graph());
        double width = Math.ceil(Math.max(NARROWEST, placement.whole().width()));
        SvgText content = new SvgText();
        draw(placement, content);
        double bottom =
                new SvgLegend(reduction, new Area(0, placement.whole().height() + MARGIN, width, 0), content).draw();
        SvgText svg = new SvgText();
        Area view = new Area(-MARGIN, -MARGIN, width + 2 * MARGIN, Math.ceil(bottom) + 2 * MARGIN);
        open(view, svg);
        if (!style.isEmpty()) {
            svg.open("style");
            svg.raw(style);
            svg.close("style");
        }
        SvgNode.rectangle(view, "background", svg);
        return svg.text() + content.text() + "</svg>\n";
    }

    /** What has links inside is no image for a screen reader, which could not reach them. */
    private void open(Area view, SvgText svg) {
        boolean hasLinks =
                graph.nodes().stream().anyMatch(node -> links.apply(node).isPresent());
        String box = Stream.of(view.x(), view.y(), view.width(), view.height())
                .map(SvgText::number)
                .collect(Collectors.joining(" "));
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "module-graph",
                "id",
                id,
                "role",
                hasLinks ? "group" : "img",
                "aria-labelledby",
                id + "-title " + id + "-desc",
                "viewBox",
                box,
                "width",
                view.width(),
                "height",
                view.height(),
                "style",
                "max-width:100%;height:auto;min-width:" + SvgText.number(SMALLEST_SCALE * view.width()) + "px");
        svg.element("title", title, "id", id + "-title");
        svg.element("desc", description(), "id", id + "-desc");
    }

    private String description() {
        return graph.nodes().size() + " nodes, " + graph.edges().size() + " ties between them";
    }

    private void draw(Placement placement, SvgText svg) {
        placement.frames().forEach(frame -> SvgNode.rectangle(frame, "frame", svg));
        placement.routes().forEach(route -> SvgEdge.draw(route, svg));
        placement.boxes().forEach(box -> SvgNode.draw(box, links.apply(box.node()), svg));
    }
}
