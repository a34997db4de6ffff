package dev.layers.docs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.graph.Placement.Area;
import dev.layers.docs.graph.Placement.Box;
import dev.layers.docs.graph.Placement.Point;
import dev.layers.docs.graph.Placement.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayeredLayoutTest {
    static Stream<ModuleGraph> graphs() {
        return Stream.of(
                Graphs.graph("a REQUIRES b"),
                Graphs.graph(
                        "greeter REQUIRES contract",
                        "greeter PROVIDES contract",
                        "app USES contract",
                        "app REQUIRES contract"),
                Graphs.graph("a REQUIRES b", "b REQUIRES c", "c STATIC a", "c USES contract", "a PROVIDES contract"),
                Graphs.groups(3, 10),
                Graphs.groups(20, 10).collapsed(60),
                Graphs.groups(20, 10).details(60).get(0).graph());
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void boxes_doNotMeet(ModuleGraph graph) {
        List<Box> boxes = LayeredLayout.of(graph).boxes();

        assertThat(boxes).extracting(Box::node).containsExactlyElementsOf(graph.nodes());
        for (Box box : boxes) {
            assertThat(boxes)
                    .filteredOn(other -> other.area().meets(box.area()))
                    .containsExactly(box);
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void routes_leadFromBoxToBox(ModuleGraph graph) {
        Placement placement = LayeredLayout.of(graph);

        assertThat(placement.routes()).extracting(Route::edge).containsExactlyElementsOf(graph.edges());
        for (Route route : placement.routes()) {
            List<Point> points = route.points();
            assertThat(isOnSide(points.get(0), box(placement, route.edge().from())))
                    .isTrue();
            assertThat(isOnSide(
                            points.get(points.size() - 1),
                            box(placement, route.edge().to())))
                    .isTrue();
        }
    }

    private static Area box(Placement placement, String name) {
        return placement.boxes().stream()
                .filter(box -> box.node().name().equals(name))
                .findFirst()
                .orElseThrow()
                .area();
    }

    private static boolean isOnSide(Point point, Area area) {
        boolean isBeside = point.y() >= area.y() && point.y() <= area.bottom();
        return isBeside && (Math.abs(point.x() - area.x()) < 0.01 || Math.abs(point.x() - area.right()) < 0.01);
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void lines_runOnEachOther_onlyToTheSameEndForTheSameReason(ModuleGraph graph) {
        List<Route> routes = LayeredLayout.of(graph).routes();

        for (Route route : routes) {
            assertThat(routes).filteredOn(other -> !isSameEnd(route, other)).noneMatch(other -> isOn(route, other));
        }
    }

    private static boolean isSameEnd(Route one, Route other) {
        return one.edge().tie() == other.edge().tie()
                && one.edge().to().equals(other.edge().to());
    }

    private static boolean isOn(Route one, Route other) {
        return pieces(one).stream().anyMatch(piece -> pieces(other).stream().anyMatch(piece::meets));
    }

    /** The straight pieces as slim areas, without their ends, so that those that cross are not taken for one. */
    private static List<Area> pieces(Route route) {
        List<Area> pieces = new ArrayList<>();
        for (int at = 1; at < route.points().size(); at++) {
            Point from = route.points().get(at - 1);
            Point to = route.points().get(at);
            if (Math.abs(from.y() - to.y()) < 0.01) {
                pieces.add(new Area(Math.min(from.x(), to.x()), from.y() - 0.5, Math.abs(from.x() - to.x()), 1));
            }
        }
        return pieces;
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void theSameGraph_liesTheSame(ModuleGraph graph) {
        assertThat(LayeredLayout.of(graph)).isEqualTo(LayeredLayout.of(graph));
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void frames_holdAllContractsAndNothingElse(ModuleGraph graph) {
        Placement placement = LayeredLayout.of(graph);

        for (Box box : placement.boxes()) {
            boolean isFramed = placement.frames().stream().anyMatch(box.area()::meets);
            assertThat(isFramed).isEqualTo(box.node().kind() == ModuleGraph.Kind.CONTRACT);
        }
    }

    @Test
    void places_areTheSameInEveryRunAndOnEveryJdk() {
        Placement placement = LayeredLayout.of(Graphs.groups(3, 3));

        assertThat(placement.boxes())
                .filteredOn(box -> box.node().name().startsWith("org"))
                .extracting(box -> box.node().name() + ": " + box.area().x() + ", "
                        + box.area().y())
                .containsExactly(
                        "org.acme.group0.member0: 1056.0, 173.0",
                        "org.acme.group0.member1: 798.0, 346.0",
                        "org.acme.group0.member2: 528.0, 313.0",
                        "org.acme.group1.member0: 798.0, 143.0",
                        "org.acme.group1.member1: 528.0, 200.0",
                        "org.acme.group1.member2: 270.0, 200.0",
                        "org.acme.group2.member0: 528.0, 84.0",
                        "org.acme.group2.member1: 270.0, 106.0",
                        "org.acme.group2.member2: 12.0, 138.0");
    }

    @Test
    void aContract_liesBetweenWhoProvidesAndWhoUses() {
        Placement placement = LayeredLayout.of(Graphs.graph(
                "greeter REQUIRES contract",
                "greeter PROVIDES contract",
                "main REQUIRES app",
                "app REQUIRES contract",
                "app USES contract",
                "app REQUIRES library",
                "greeter REQUIRES library"));

        assertThat(box(placement, "greeter").right())
                .isLessThan(box(placement, "contract").x());
        assertThat(box(placement, "contract").right())
                .isLessThan(box(placement, "app").x());
        assertThat(box(placement, "app").right())
                .isLessThan(box(placement, "library").x());
    }

    @Test
    void aContractsUser_onWhichItStands_liesAsModulesDo() {
        Placement placement = LayeredLayout.of(
                Graphs.graph("app USES contract", "app REQUIRES greeter", "greeter PROVIDES contract"));

        assertThat(box(placement, "app").right())
                .isLessThan(box(placement, "greeter").x());
        assertThat(box(placement, "greeter").right())
                .isLessThan(box(placement, "contract").x());
    }

    @Test
    void nothing_hasAPlace() {
        assertThat(LayeredLayout.of(new ModuleGraph(List.of(), List.of())).boxes())
                .isEmpty();
    }
}
