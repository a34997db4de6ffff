package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.ModuleGraph.Tie;
import dev.layers.docs.graph.Placement.Area;
import dev.layers.docs.graph.Placement.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the lines of a drawing mean, and what is not drawn; only what occurs is told. */
final class SvgLegend {
    private static final double SAMPLE = 44;
    private static final double GAP = 8;
    private static final double ROW = 20;

    private final Reduction drawn;
    private final Area place;
    private final SvgText svg;
    private double x;
    private double y;

    /** Takes a place whose height does not matter. */
    SvgLegend(Reduction drawn, Area place, SvgText svg) {
        this.drawn = drawn;
        this.place = place;
        this.svg = svg;
        this.x = place.x();
        this.y = place.y();
    }

    /** Draws it and returns where it ends at the bottom. */
    double draw() {
        svg.open("g", "class", "legend");
        ties().forEach(this::line);
        if (drawn.graph().nodes().stream().anyMatch(node -> node.kind() == ModuleGraph.Kind.CONTRACT)) {
            rectangle("frame", "contract boundary");
        }
        notes().forEach(this::note);
        finish();
        svg.close("g");
        return y;
    }

    private List<Tie> ties() {
        List<Tie> present = drawn.graph().edges().stream()
                .map(ModuleGraph.Edge::tie)
                .distinct()
                .toList();
        return Stream.of(Tie.values()).filter(present::contains).toList();
    }

    private void line(Tie tie) {
        String words = SvgEdge.words(tie);
        reserve(words);
        svg.open("g", "class", "edge " + SvgEdge.cssClass(tie));
        SvgEdge.strokes(tie, List.of(new Point(x, y + ROW / 2), new Point(x + SAMPLE, y + ROW / 2)), svg);
        svg.close("g");
        words(words);
    }

    private void rectangle(String cssClass, String words) {
        reserve(words);
        SvgNode.rectangle(new Area(x, y + 3, SAMPLE, ROW - 6), cssClass, svg);
        words(words);
    }

    private void words(String words) {
        svg.element("text", words, "x", x + SAMPLE + GAP, "y", y + ROW / 2 + 4);
        x += width(words);
    }

    private void reserve(String words) {
        if (x > place.x() && x + width(words) > place.right()) {
            next();
        }
    }

    private void next() {
        x = place.x();
        y += ROW;
    }

    private static double width(String words) {
        return SAMPLE + 3 * GAP + TextWidth.ofNote(words);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        List<Node> nodes = drawn.graph().nodes();
        if (nodes.stream().noneMatch(node -> node.name().equals(GraphOfModules.BASE))) {
            notes.add("Every module requires java.base, which is not drawn.");
        }
        if (nodes.stream().anyMatch(Node::isCluster)) {
            notes.add("A stack is several modules, and its lines are those of any of them.");
        }
        if (drawn.implied() > 0) {
            notes.add("Not drawn: " + drawn.implied() + " 'requires' that 'requires transitive' on the way implies.");
        }
        if (drawn.bridged() > 0) {
            notes.add("Not drawn: " + drawn.bridged() + " 'requires' to where other lines lead as well.");
        }
        return notes;
    }

    private void note(String note) {
        finish();
        for (String line : TextWidth.wrapped(note, place.width())) {
            svg.element("text", line, "x", x, "y", y + ROW / 2 + 4);
            next();
        }
    }

    private void finish() {
        if (x > place.x()) {
            next();
        }
    }
}
