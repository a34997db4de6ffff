package dev.layers.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {
    @Test
    void order_putsWhatIsStoodOnFirst() {
        DependencyGraph graph = graph("app: text fonts", "text: fonts", "fonts:");

        assertThat(graph.order()).containsExactly("fonts", "text", "app");
    }

    @Test
    void order_keepsToTheGivenOrderAmongEquals() {
        DependencyGraph graph = graph("z:", "y:", "x: a", "a:");

        assertThat(graph.order()).containsExactly("z", "y", "a", "x");
    }

    @Test
    void needs_leaveOutWhatIsNotAmongTheNames() {
        DependencyGraph graph = graph("app: java.sql fonts", "fonts:");

        assertThat(graph.needs("app")).containsExactly("fonts");
        assertThat(graph.dependents("fonts")).containsExactly("app");
        assertThat(graph.needs("java.sql")).isEmpty();
        assertThat(graph.dependents("java.sql")).isEmpty();
    }

    @Test
    void levels_areAsEarlyAsTheyCanBe() {
        DependencyGraph graph = graph("app: text", "text: fonts", "other:", "fonts:", "beside: fonts other");

        assertThat(graph.levels())
                .containsExactly(List.of("other", "fonts"), List.of("text", "beside"), List.of("app"));
    }

    @Test
    void levels_ofNothing_areNone() {
        assertThat(graph().levels()).isEmpty();
        assertThat(graph().components()).isEmpty();
        assertThat(graph().cycle()).isEmpty();
    }

    @Test
    void components_haveNothingToDoWithEachOther() {
        DependencyGraph graph = graph("app: fonts", "alone:", "other: fonts", "fonts:", "b: a", "a:");

        List<DependencyGraph> components = graph.components();

        assertThat(components)
                .extracting(DependencyGraph::names)
                .containsExactly(List.of("app", "other", "fonts"), List.of("alone"), List.of("b", "a"));
        assertThat(components.get(0).order()).containsExactly("fonts", "app", "other");
    }

    @Test
    void withDependents_reachesAllThatStandOnIt() {
        DependencyGraph graph = graph("app: text", "text: fonts", "fonts:", "other:");

        assertThat(graph.withDependents(Set.of("fonts", "unknown"))).containsExactly("app", "text", "fonts");
        assertThat(graph.withDependents(Set.of("other"))).containsExactly("other");
    }

    @Test
    void withNeeds_reachesAllThatItStandsOn() {
        DependencyGraph graph = graph("app: text", "text: fonts", "fonts:", "other: fonts");

        assertThat(graph.withNeeds(Set.of("text"))).containsExactly("text", "fonts");
    }

    @Test
    void part_knowsOfItsOwnNamesAlone() {
        DependencyGraph part = graph("app: text", "text: fonts", "fonts:").part(Set.of("fonts", "app", "unknown"));

        assertThat(part.names()).containsExactly("app", "fonts");
        assertThat(part.needs("app")).isEmpty();
        assertThat(part.dependents("fonts")).isEmpty();
    }

    @Test
    void cycle_beginsWithTheEarliestOfItsMembers() {
        DependencyGraph graph = graph("on: b", "a: c", "b: a", "c: b", "free:");

        List<String> cycle = graph.cycle().orElseThrow();

        assertThat(cycle).containsExactly("a", "c", "b");
        assertThat(DependencyGraph.text(cycle)).isEqualTo("'a' requires 'c' requires 'b' requires 'a'");
    }

    @Test
    void cycle_ofOne_isThatName() {
        assertThat(graph("a: a").cycle()).hasValue(List.of("a"));
    }

    @Test
    void cycle_isNotWhatIsReachedOnTwoWays() {
        assertThat(graph("app: text fonts", "text: base", "fonts: base", "base:")
                        .cycle())
                .isEmpty();
    }

    @Test
    void order_ofACycle_isRefused() {
        DependencyGraph graph = graph("a: b", "b: a");

        assertThatThrownBy(graph::order)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Names stand on each other: 'a' requires 'b' requires 'a'");
    }

    @Test
    void longChains_areWalkedWithoutRecursion() {
        Map<String, List<String>> chain = new LinkedHashMap<>();
        for (int link = 0; link < 20_000; link++) {
            chain.put("m" + link, List.of("m" + (link + 1)));
        }
        DependencyGraph graph = DependencyGraph.of(chain);

        assertThat(graph.order()).startsWith("m19999", "m19998").endsWith("m1", "m0");
        assertThat(graph.components()).hasSize(1);
        assertThat(graph.withDependents(Set.of("m19999"))).hasSize(20_000);
        assertThat(graph.withNeeds(Set.of("m0"))).hasSize(20_000);
    }

    private static DependencyGraph graph(String... lines) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(":", -1);
            needs.put(
                    parts[0],
                    List.of(parts[1].isBlank() ? new String[0] : parts[1].trim().split(" ")));
        }
        return DependencyGraph.of(needs);
    }
}
