package dev.layers.docs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.ModuleGraph.Tie;
import java.util.List;
import org.junit.jupiter.api.Test;

class MermaidTextTest {
    @Test
    void theText_hasALineForEachNodeAndEdge_andContractsInside() {
        String text = MermaidText.of(Graphs.graph(
                "app REQUIRES contract",
                "app USES contract",
                "app STATIC_TRANSITIVE b",
                "app STATIC c",
                "greeter PROVIDES contract",
                "greeter TRANSITIVE c"));

        assertThat(text).isEqualTo("""
                        flowchart LR
                          n0["app"]
                          n1["b"]
                          n2["c"]
                          n4["greeter"]
                          subgraph boundary["contract boundary"]
                            n3{{"contract<br>contract"}}
                          end
                          n0 -.->|static transitive| n1
                          n0 -.->|static| n2
                          n0 --> n3
                          n0 -.->|uses| n3
                          n4 ==>|transitive| n2
                          n4 -.-o|provides| n3
                        """);
    }

    @Test
    void kinds_haveShapesAndWords() {
        ModuleGraph graph = new ModuleGraph(
                List.of(
                        Graphs.node("a", Kind.OPEN),
                        Graphs.node("b", Kind.AUTOMATIC),
                        Graphs.node("c", Kind.OTHER),
                        new Node("d.*", Kind.CLUSTER, "", List.of("d.x", "d.y"))),
                List.of());

        assertThat(MermaidText.of(graph).lines().skip(1))
                .containsExactly(
                        "  n0[\"a<br>open\"]",
                        "  n1[\"b<br>automatic\"]",
                        "  n2([\"c<br>not given\"])",
                        "  n3[[\"d.#42;<br>2 modules\"]]");
    }

    @Test
    void whatIsImplied_isLeftOut() {
        String text = MermaidText.of(Graphs.graph("a REQUIRES b", "b TRANSITIVE c", "a REQUIRES c"));

        assertThat(text).contains("n0 --> n1").doesNotContain("n0 --> n2");
    }

    @Test
    void hostileNames_areNothingButText() {
        ModuleGraph graph = new ModuleGraph(
                List.of(Graphs.node(Graphs.HOSTILE), Graphs.node("end")),
                List.of(new Edge(Graphs.HOSTILE, "end", Tie.REQUIRES)));

        List<String> lines = MermaidText.of(graph).lines().toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(1))
                .matches(" {2}n0\\[\"([\\p{L}\\p{N}.\\ufffd]|#[0-9]+;)+\"]")
                .contains("#60;#47;text#62;");
        assertThat(lines.get(2)).isEqualTo("  n1[\"end\"]");
        assertThat(lines.get(3)).isEqualTo("  n0 --> n1");
    }
}
