package dev.layers.docs.graph;

import static dev.layers.docs.graph.Graphs.edge;
import static dev.layers.docs.graph.Graphs.module;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.contract.Contracts;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.model.ModuleSet;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleGraphTest {
    @Test
    void requires_areToldApart() {
        ModuleDescriptor plain = module("a")
                .requires("b")
                .requires(Set.of(Modifier.TRANSITIVE), "c")
                .requires(Set.of(Modifier.STATIC), "d")
                .requires(Set.of(Modifier.STATIC, Modifier.TRANSITIVE), "e")
                .build();

        ModuleGraph graph = Graphs.graphOf(plain);

        assertThat(graph.edges())
                .containsExactly(
                        edge("a REQUIRES b"),
                        edge("a TRANSITIVE c"),
                        edge("a STATIC d"),
                        edge("a STATIC_TRANSITIVE e"));
    }

    @Test
    void services_leadToTheModuleOfTheirType_besideRequires() {
        ModuleDescriptor contract = module("bot.api").uses("bot.api.Own").build();
        ModuleDescriptor provider = module("greeter")
                .requires("bot.api")
                .provides("bot.api.Plugin", List.of("greeter.Greeter"))
                .provides("bot.api.Other", List.of("greeter.Greeter"))
                .build();
        ModuleDescriptor user =
                module("bot.app").uses("bot.api.Plugin").uses("nobody.knows.It").build();

        ModuleGraph graph = Graphs.graphOf(contract, provider, user);

        assertThat(graph.edges())
                .containsExactly(
                        edge("bot.app USES bot.api"),
                        edge("greeter REQUIRES bot.api"),
                        edge("greeter PROVIDES bot.api"));
    }

    @Test
    void services_ofModulesThatAreOnlyKnown_leadToOthers() {
        ModuleDescriptor driver = module("driver")
                .provides("jdbc.Driver", List.of("driver.Driver"))
                .build();
        ModuleSet set = new ModuleSet(
                Graphs.documented(driver), Graphs.documented(module("jdbc").build()), List.of());

        ModuleGraph graph = ModuleGraph.of(set, new Contracts(List.of()));

        assertThat(graph.edges()).containsExactly(edge("driver PROVIDES jdbc"));
        assertThat(graph.nodes()).extracting(Node::kind).containsExactly(Kind.NORMAL, Kind.OTHER);
    }

    @Test
    void nodes_areOfTheirKind() {
        ModuleSet set = Graphs.set(
                module("a.normal").requires("x.missing").build(),
                ModuleDescriptor.newOpenModule("b.open").build(),
                ModuleDescriptor.newAutomaticModule("c.automatic").build(),
                ModuleDescriptor.newOpenModule("d.contract").build());

        ModuleGraph graph = ModuleGraph.of(set, Graphs.contracts(set, "d.contract"));

        assertThat(graph.nodes())
                .containsExactly(
                        new Node("a.normal", Kind.NORMAL, "a.normal", List.of("a.normal")),
                        new Node("b.open", Kind.OPEN, "b.open", List.of("b.open")),
                        new Node("c.automatic", Kind.AUTOMATIC, "c.automatic", List.of("c.automatic")),
                        new Node("d.contract", Kind.CONTRACT, "d.contract", List.of("d.contract")),
                        new Node("x.missing", Kind.OTHER, "", List.of("x.missing")));
    }

    @Test
    void base_isLeftOutUnlessItIsAlone() {
        ModuleDescriptor base = ModuleDescriptor.newModule("java.base")
                .packages(Set.of("java.lang"))
                .uses("java.lang.Finder")
                .build();
        ModuleDescriptor other =
                module("a").provides("java.lang.Finder", List.of("a.A")).build();

        assertThat(Graphs.graphOf(base, other).nodes()).extracting(Node::name).containsExactly("a");
        assertThat(Graphs.graphOf(base, other).edges()).isEmpty();
        assertThat(Graphs.graphOf(base).nodes()).extracting(Node::name).containsExactly("java.base");
    }

    @Test
    void aName_thatIsThereTwice_isOneNode() {
        ModuleGraph graph = Graphs.graphOf(
                module("a").requires("b").build(), module("a").requires("c").build());

        assertThat(graph.nodes()).extracting(Node::name).containsExactly("a", "b", "c");
    }

    @Test
    void nothing_isAnEmptyGraph() {
        assertThat(Graphs.graphOf()).isEqualTo(new ModuleGraph(List.of(), List.of()));
    }
}
