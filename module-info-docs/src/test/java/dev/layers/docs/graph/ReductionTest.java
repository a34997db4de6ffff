package dev.layers.docs.graph;

import static dev.layers.docs.graph.Graphs.edge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReductionTest {
    @Test
    void requires_thatTransitiveOnesImply_isLeftOut() {
        ModuleGraph graph = Graphs.graph("a REQUIRES b", "b TRANSITIVE c", "c TRANSITIVE d", "a REQUIRES d");

        Reduction reduction = Reduction.of(graph);

        assertThat(reduction.graph().edges())
                .containsExactly(edge("a REQUIRES b"), edge("b TRANSITIVE c"), edge("c TRANSITIVE d"));
        assertThat(reduction.implied()).isEqualTo(1);
        assertThat(reduction.bridged()).isZero();
    }

    @Test
    void requires_thatNothingImplies_stays() {
        ModuleGraph plain = Graphs.graph("a REQUIRES b", "b REQUIRES c", "a REQUIRES c");
        ModuleGraph broken = Graphs.graph("a STATIC b", "b TRANSITIVE c", "a REQUIRES c");
        ModuleGraph passedOn = Graphs.graph("a REQUIRES b", "b TRANSITIVE c", "a TRANSITIVE c");

        assertThat(Reduction.of(plain).graph()).isEqualTo(plain);
        assertThat(Reduction.of(broken).graph()).isEqualTo(broken);
        assertThat(Reduction.of(passedOn).graph()).isEqualTo(passedOn);
    }

    @Test
    void transitive_thatTransitiveOnesImply_isLeftOut() {
        ModuleGraph graph = Graphs.graph("a TRANSITIVE b", "b TRANSITIVE c", "a TRANSITIVE c");

        assertThat(Reduction.of(graph).graph().edges()).containsExactly(edge("a TRANSITIVE b"), edge("b TRANSITIVE c"));
    }

    @Test
    void staticAndServices_stay() {
        ModuleGraph graph = Graphs.graph(
                "a REQUIRES b",
                "b TRANSITIVE c",
                "a STATIC c",
                "a USES c",
                "a PROVIDES c",
                "a STATIC_TRANSITIVE d",
                "c TRANSITIVE d");

        assertThat(Reduction.of(graph).graph()).isEqualTo(graph);
    }

    @Test
    void cycles_keepOneOfTwoThatImplyEachOther() {
        ModuleGraph graph = Graphs.graph("a TRANSITIVE b", "b TRANSITIVE a", "a TRANSITIVE c", "b TRANSITIVE c");

        assertThat(Reduction.of(graph).graph().edges())
                .containsExactly(edge("a TRANSITIVE b"), edge("b TRANSITIVE a"), edge("b TRANSITIVE c"));
    }

    @Test
    void clusters_withManyLines_loseThoseThatOthersStandFor() {
        List<Edge> edges = new ArrayList<>();
        for (int from = 0; from < 9; from++) {
            for (int to = from + 1; to < 9; to++) {
                edges.add(edge("m%d REQUIRES m%d".formatted(from, to)));
            }
        }
        ModuleGraph modules = Graphs.graph(edges);
        List<Node> nodes = new ArrayList<>(modules.nodes());
        nodes.set(4, new Node("m4", Kind.CLUSTER, "", List.of("x", "y")));

        Reduction reduction = Reduction.of(new ModuleGraph(nodes, edges));

        assertThat(Reduction.of(modules).graph()).isEqualTo(modules);
        assertThat(reduction.graph().edges()).hasSize(8).contains(edge("m3 REQUIRES m4"), edge("m7 REQUIRES m8"));
        assertThat(reduction.bridged()).isEqualTo(28);
    }
}
