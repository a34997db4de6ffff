package dev.layers.docs.graph;

import static dev.layers.docs.graph.Graphs.edge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.graph.ModuleGraph.Detail;
import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OverviewTest {
    @Test
    void aSmallGraph_staysAsItIs() {
        ModuleGraph graph = Graphs.graph("a REQUIRES b", "b TRANSITIVE c", "c USES contract");

        assertThat(graph.collapsed(4)).isEqualTo(graph);
        assertThat(graph.details(4)).isEmpty();
    }

    @Test
    void aPrefix_isOneNodeThatSaysWhomItStandsFor() {
        ModuleGraph graph = Graphs.nodes(Stream.concat(
                IntStream.range(0, 8).mapToObj(at -> "org.acme.pdf.part" + at), Stream.of("org.acme.app", "solo")));

        ModuleGraph collapsed = graph.collapsed(6);

        assertThat(collapsed.nodes()).extracting(Node::name).containsExactly("org.acme.app", "org.acme.pdf.*", "solo");
        assertThat(collapsed.nodes().get(1).kind()).isEqualTo(Kind.CLUSTER);
        assertThat(collapsed.nodes().get(1).page()).isEmpty();
        assertThat(collapsed.nodes().get(1).members()).hasSize(8).contains("org.acme.pdf.part3");
    }

    @Test
    void edges_betweenClusters_areOneForEachReason() {
        ModuleGraph graph = graphOfTwoClusters(
                "a.a0 REQUIRES b.b0",
                "a.a1 TRANSITIVE b.b1",
                "a.a2 STATIC b.b0",
                "a.a1 PROVIDES b.b1",
                "b.b1 STATIC a.a2");

        ModuleGraph collapsed = graph.collapsed(4);

        assertThat(collapsed.edges())
                .containsExactly(edge("a.* REQUIRES b.*"), edge("a.* PROVIDES b.*"), edge("b.* STATIC a.*"));
    }

    private static ModuleGraph graphOfTwoClusters(String... edges) {
        List<Node> nodes = Stream.of("a.a", "b.b")
                .flatMap(prefix -> IntStream.range(0, 5).mapToObj(at -> Graphs.node(prefix + at)))
                .toList();
        return new ModuleGraph(nodes, Graphs.graph(edges).edges());
    }

    @Test
    void contracts_stayApartFromWhatElseHasTheirPrefix() {
        List<Node> nodes = new ArrayList<>(Graphs.nodes(IntStream.range(0, 20).mapToObj(at -> "org.acme.m" + at))
                .nodes());
        nodes.add(Graphs.node("org.acme.api", Kind.CONTRACT));

        ModuleGraph collapsed = new ModuleGraph(nodes, List.of()).collapsed(6);

        assertThat(collapsed.nodes()).contains(Graphs.node("org.acme.api", Kind.CONTRACT));
        assertThat(collapsed.nodes()).hasSizeBetween(2, 6);
    }

    @Test
    void manyOfTheJdk_thatWereNotGiven_areOneNode() {
        List<Node> nodes = new ArrayList<>(List.of(Graphs.node("app")));
        IntStream.range(0, 6).forEach(at -> nodes.add(Graphs.node("java.part" + at, Kind.OTHER)));

        ModuleGraph collapsed = new ModuleGraph(nodes, List.of()).collapsed(60);

        assertThat(collapsed.nodes()).extracting(Node::name).containsExactly("JDK", "app");
        assertThat(collapsed.nodes().get(0).kind()).isEqualTo(Kind.OTHER);
        assertThat(new ModuleGraph(nodes.subList(0, 6), List.of()).collapsed(60).nodes())
                .hasSize(6);
    }

    @Test
    void namesWithoutWordsInCommon_areRanges() {
        ModuleGraph graph = Graphs.nodes(IntStream.range(0, 200).mapToObj(at -> "m" + (1000 + at)));

        ModuleGraph collapsed = graph.collapsed(60);

        assertThat(collapsed.nodes()).hasSizeBetween(10, 60);
        assertThat(collapsed.nodes().get(0).name()).isEqualTo("m1000 \u2026 m1010");
        assertThat(members(collapsed.nodes())).hasSize(200);
    }

    @Test
    void everyModule_isInOneNodeOfTheOverview_andInADetail() {
        for (ModuleGraph graph : List.of(Graphs.groups(20, 10), Graphs.groups(10, 100), Graphs.groups(2, 100))) {
            ModuleGraph collapsed = graph.collapsed(60);
            List<Detail> details = graph.details(60);

            assertThat(collapsed.nodes()).hasSizeLessThanOrEqualTo(60);
            assertThat(members(collapsed.nodes()))
                    .doesNotHaveDuplicates()
                    .hasSize(graph.nodes().size());
            Set<String> single = new HashSet<>(names(collapsed.nodes(), 1));
            details.forEach(detail -> single.addAll(names(detail.graph().nodes(), 1)));
            assertThat(single).containsAll(members(graph.nodes()));
            assertThat(details)
                    .extracting(Detail::name)
                    .containsAll(names(collapsed.nodes(), 2))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aDetail_hasItsModulesAndTheirNeighbours_butNotWhatTiesTheNeighbours() {
        ModuleGraph graph = graphOfTwoClusters("a.a0 REQUIRES b.b0", "a.a0 USES a.a1", "b.b0 REQUIRES b.b1");

        Detail detail = graph.details(5).get(0);

        assertThat(detail.name()).isEqualTo("a.*");
        assertThat(detail.graph().nodes())
                .extracting(Node::name)
                .containsExactly("a.a0", "a.a1", "a.a2", "a.a3", "a.a4", "b.*");
        assertThat(detail.graph().edges()).containsExactly(edge("a.a0 USES a.a1"), edge("a.a0 REQUIRES b.*"));
    }

    @Test
    void aClusterNamedLikeAModule_hasANameOfItsOwn() {
        List<Node> nodes = new ArrayList<>(List.of(Graphs.node("a.*")));
        IntStream.range(0, 9).forEach(at -> nodes.add(Graphs.node("a.m" + at)));
        IntStream.range(0, 9).forEach(at -> nodes.add(Graphs.node("b.m" + at)));

        List<Node> collapsed = new ModuleGraph(nodes, List.of()).collapsed(3).nodes();

        assertThat(collapsed).extracting(Node::name).doesNotHaveDuplicates();
        assertThat(members(collapsed)).hasSize(19);
    }

    @Test
    void tangles_takeFewerNodes() {
        List<Edge> edges = new ArrayList<>();
        for (int from = 0; from < 150; from++) {
            for (int to = 0; to < from; to += 3) {
                edges.add(edge("g%d.m%d USES g%d.m%d".formatted(from % 50, from, to % 50, to)));
            }
        }
        ModuleGraph tangle = Graphs.graph(edges);

        ModuleGraph plain = new ModuleGraph(tangle.nodes(), List.of()).collapsed(60);
        ModuleGraph collapsed = tangle.collapsed(60);

        assertThat(plain.nodes()).hasSizeBetween(50, 60);
        assertThat(collapsed.nodes()).hasSizeBetween(10, 40);
    }

    private static List<String> members(List<Node> nodes) {
        return nodes.stream().flatMap(node -> node.members().stream()).toList();
    }

    private static List<String> names(List<Node> nodes, int fewest) {
        return nodes.stream()
                .filter(node -> node.isCluster() == (fewest > 1))
                .map(Node::name)
                .toList();
    }
}
