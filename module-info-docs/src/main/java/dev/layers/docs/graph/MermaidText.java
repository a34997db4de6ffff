package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.ModuleGraph.Tie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A graph as a flowchart of Mermaid, as it is drawn: without what others imply. */
public final class MermaidText {
    private final ModuleGraph graph;
    private final Map<String, String> ids = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private MermaidText(ModuleGraph graph) {
        this.graph = graph;
    }

    /** Returns the text, a line for each node and edge. */
    public static String of(ModuleGraph graph) {
        return new MermaidText(Reduction.of(graph).graph()).text();
    }

    private String text() {
        lines.add("flowchart LR");
        List<Node> contracts =
                graph.nodes().stream().filter(MermaidText::isContract).toList();
        graph.nodes().forEach(node -> ids.put(node.name(), "n" + ids.size()));
        graph.nodes().stream().filter(node -> !isContract(node)).forEach(node -> lines.add("  " + node(node)));
        if (!contracts.isEmpty()) {
            lines.add("  subgraph boundary[\"contract boundary\"]");
            contracts.forEach(node -> lines.add("    " + node(node)));
            lines.add("  end");
        }
        graph.edges().forEach(edge -> lines.add("  " + edge(edge)));
        return String.join("\n", lines) + "\n";
    }

    private static boolean isContract(Node node) {
        return node.kind() == Kind.CONTRACT;
    }

    private String node(Node node) {
        String note = Label.of(node).note().map(words -> "<br>" + words).orElse("");
        String label = "\"" + escaped(node.name()) + note + "\"";
        return ids.get(node.name())
                + switch (node.kind()) {
                    case NORMAL, OPEN, AUTOMATIC -> "[" + label + "]";
                    case CONTRACT -> "{{" + label + "}}";
                    case OTHER -> "([" + label + "])";
                    case CLUSTER -> "[[" + label + "]]";
                };
    }

    private String edge(Edge edge) {
        return ids.get(edge.from()) + " " + arrow(edge.tie()) + " " + ids.get(edge.to());
    }

    private static String arrow(Tie tie) {
        return switch (tie) {
            case REQUIRES -> "-->";
            case TRANSITIVE -> "==>|transitive|";
            case STATIC -> "-.->|static|";
            case STATIC_TRANSITIVE -> "-.->|static transitive|";
            case PROVIDES -> "-.-o|provides|";
            case USES -> "-.->|uses|";
        };
    }

    /** Mermaid reads markup, Markdown and its own words in a label; character references it shows as they are meant. */
    private static String escaped(String name) {
        return PlainText.of(name).codePoints().mapToObj(MermaidText::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        boolean isPlain = Character.isLetterOrDigit(character) || character == '.' || character > '~';
        return isPlain ? Character.toString(character) : "#" + character + ";";
    }
}
