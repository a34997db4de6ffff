package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.ModuleGraph.Tie;
import java.util.stream.Collectors;

/** A graph in the language of Graphviz, whole: nothing implied is left out. */
public final class DotText {
    private DotText() {}

    /** Returns the text, a line for each node and edge. */
    public static String of(ModuleGraph graph) {
        StringBuilder text =
                new StringBuilder("digraph modules {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n");
        graph.nodes().forEach(node -> text.append("  ").append(node(node)).append(";\n"));
        graph.edges().forEach(edge -> text.append("  ").append(edge(edge)).append(";\n"));
        return text.append("}\n").toString();
    }

    private static String node(Node node) {
        String label = PlainText.of(node.name())
                + Label.of(node).note().map(note -> "\n" + note).orElse("");
        return id(node.name()) + " [label=" + quoted(label) + style(node.kind()) + "]";
    }

    private static String style(Kind kind) {
        return switch (kind) {
            case NORMAL -> "";
            case OPEN -> ", penwidth=2";
            case AUTOMATIC -> ", style=dashed";
            case CONTRACT -> ", style=filled, fillcolor=\"#fff3d6\", peripheries=2";
            case OTHER -> ", style=dotted";
            case CLUSTER -> ", shape=box3d";
        };
    }

    private static String edge(Edge edge) {
        return id(edge.from()) + " -> " + id(edge.to()) + " [class=\"" + SvgEdge.cssClass(edge.tie()) + "\""
                + style(edge.tie()) + "]";
    }

    private static String style(Tie tie) {
        return switch (tie) {
            case REQUIRES -> "";
            case TRANSITIVE -> ", style=bold, arrowhead=normalnormal";
            case STATIC -> ", style=dashed, arrowhead=vee";
            case STATIC_TRANSITIVE -> ", style=\"bold,dashed\", arrowhead=veevee";
            case PROVIDES -> ", style=dotted, arrowhead=empty, color=\"#116329\", label=\"provides\"";
            case USES -> ", style=dotted, arrowhead=dot, color=\"#6639ba\", label=\"uses\"";
        };
    }

    /** Names that no reader can tell apart are still two nodes. */
    private static String id(String name) {
        return quoted(name.codePoints().mapToObj(DotText::visible).collect(Collectors.joining()));
    }

    private static String visible(int character) {
        String shown = PlainText.of(Character.toString(character));
        return shown.codePointAt(0) == character ? shown : "\\u%04x".formatted(character);
    }

    /** A newline that a label has by itself is written as two characters; a backslash of a name must not become one. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
