package dev.layers.docs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Tie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DotTextTest {
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    @Test
    void theText_hasALineForEachNodeAndEdge() {
        String text = DotText.of(Graphs.graph("a REQUIRES b", "a TRANSITIVE c", "c PROVIDES contract"));

        assertThat(text).isEqualTo("""
                        digraph modules {
                          rankdir=LR;
                          node [shape=box, fontname="sans-serif"];
                          "a" [label="a"];
                          "b" [label="b"];
                          "c" [label="c"];
                          "contract" [label="contract\\ncontract", style=filled, fillcolor="#fff3d6", peripheries=2];
                          "a" -> "b" [class="requires"];
                          "a" -> "c" [class="transitive", style=bold, arrowhead=normalnormal];
                          "c" -> "contract" [class="provides", style=dotted, arrowhead=empty, color="#116329", label="provides"];
                        }
                        """);
    }

    @Test
    void whatIsImplied_isThere() {
        String text = DotText.of(Graphs.graph("a REQUIRES b", "b TRANSITIVE c", "a REQUIRES c"));

        assertThat(text).contains("\"a\" -> \"c\" [class=\"requires\"];");
    }

    @Test
    void hostileNames_stayInsideTheirQuotes() {
        ModuleGraph graph = new ModuleGraph(
                List.of(Graphs.node(Graphs.HOSTILE, Kind.AUTOMATIC), Graphs.node("b\\"), Graphs.node("b\u0001")),
                List.of(new Edge(Graphs.HOSTILE, "b\\", Tie.STATIC)));

        List<String> lines = DotText.of(graph).lines().toList();

        assertThat(lines).hasSize(3 + 3 + 1 + 1).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
        assertThat(lines.get(3)).contains("\\\"q\\\" & \\\\ \\\\N");
        assertThat(STRING.matcher(lines.get(3)).replaceAll("S")).isEqualTo("  S [label=S, style=dashed];");
        assertThat(lines.get(4)).isEqualTo("  \"b\\\\\" [label=\"b\\\\\"];");
        assertThat(lines.get(5)).isEqualTo("  \"b\\\\u0001\" [label=\"b\ufffd\"];");
        assertThat(STRING.matcher(lines.get(6)).replaceAll("S"))
                .isEqualTo("  S -> S [class=S, style=dashed, arrowhead=vee];");
    }
}
