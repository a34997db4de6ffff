package dev.layers.docs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.ModuleGraph.Tie;
import dev.layers.docs.graph.Placement.Area;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgDrawingTest {
    private static final ModuleGraph BOT = Graphs.graph(
            "greeter REQUIRES contract",
            "greeter PROVIDES contract",
            "app REQUIRES contract",
            "app USES contract",
            "app TRANSITIVE library",
            "app STATIC annotations",
            "library STATIC_TRANSITIVE annotations");

    @BeforeAll
    static void readXml() {
        Module xml = ModuleLayer.boot().findModule("java.xml").orElseThrow();
        SvgDrawingTest.class.getModule().addReads(xml);
    }

    @Test
    void everyNode_isDrawnOnce() throws Exception {
        Element svg = parsed(Graphs.svg(BOT));

        assertThat(ofClass(svg, "node"))
                .extracting(SvgDrawingTest::title)
                .containsExactly(
                        "annotations: module",
                        "app: module",
                        "contract: contract",
                        "greeter: module",
                        "library: module");
        assertThat(ofClass(svg, "name"))
                .extracting(Element::getTextContent)
                .containsExactly("annotations", "app", "contract", "greeter", "library");
    }

    @Test
    void everyEdge_isDrawnOnce_inTheStyleOfItsTie() throws Exception {
        Element svg = parsed(Graphs.svg(BOT));

        List<Element> edges = ofClass(svg, "edge").stream()
                .filter(edge -> children(edge, "title").findAny().isPresent())
                .toList();
        assertThat(edges)
                .extracting(edge -> edge.getAttribute("class") + ": " + title(edge))
                .containsExactly(
                        "edge static: app requires static annotations",
                        "edge requires: app requires contract",
                        "edge uses: app uses a service of contract",
                        "edge transitive: app requires transitive library",
                        "edge requires: greeter requires contract",
                        "edge provides: greeter provides a service of contract",
                        "edge static-transitive: library requires static transitive annotations");
        assertThat(edges).allSatisfy(edge -> assertThat(ofClass(edge, "line")).hasSize(1));
        assertThat(edges.stream()
                        .map(edge -> ofClass(edge, "head").get(0).getAttribute("d"))
                        .distinct())
                .hasSize(Tie.values().length);
    }

    @Test
    void styles_differWithoutColours() {
        for (Tie tie : Tie.values()) {
            assertThat(SvgStyle.TEXT).contains("." + SvgEdge.cssClass(tie));
        }
        for (Kind kind : List.of(Kind.OPEN, Kind.AUTOMATIC, Kind.CONTRACT, Kind.OTHER)) {
            assertThat(SvgStyle.TEXT).contains("." + kind.name().toLowerCase(Locale.ROOT) + " .box");
        }
    }

    @Test
    void labels_lieInsideTheirBoxes() throws Exception {
        List<Node> nodes = Stream.of(
                        "MMMMMMMM.WWWWWWWWWWWWWWWWWWWWWWWWWWW.@@@@@@@@@@@@@",
                        "i",
                        "x".repeat(300),
                        "org.acme.\u6f22\u5b57\u6f22\u5b57",
                        Graphs.HOSTILE)
                .map(name -> Graphs.node(name, Kind.AUTOMATIC))
                .toList();

        Element svg = parsed(Graphs.svg(new ModuleGraph(nodes, List.of())));

        for (Element node : ofClass(svg, "node")) {
            Area box = area(ofClass(node, "box").get(0));
            for (Element text : children(node, "text").toList()) {
                double half = TextWidth.ofName(text.getTextContent()) / 2;
                double x = number(text, "x");
                double y = number(text, "y");
                assertThat(x - half).isGreaterThan(box.x());
                assertThat(x + half).isLessThan(box.right());
                assertThat(y).isBetween(box.y() + TextWidth.NAME_SIZE, box.bottom() - 3);
            }
        }
    }

    @Test
    void longNames_areShortened_butToldInFull() throws Exception {
        String name = "x".repeat(300);

        Element node = ofClass(parsed(Graphs.svg(Graphs.nodes(Stream.of(name)))), "node")
                .get(0);

        assertThat(title(node)).isEqualTo(name + ": module");
        assertThat(ofClass(node, "name").get(0).getTextContent()).isEqualTo("x".repeat(16) + "\u2026" + "x".repeat(16));
    }

    @Test
    void links_areAsTheCallerSays() throws Exception {
        SvgDrawing drawing = new SvgDrawing(
                "d",
                "Modules",
                BOT,
                node -> node.page().equals("app") ? Optional.of("a\"pp.html?x=1&y=<2>") : Optional.empty());

        Element svg = parsed(drawing.text());

        assertThat(elements(svg, "a"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly("a\"pp.html?x=1&y=<2>");
        assertThat(title(elements(svg, "a").get(0))).isEqualTo("app: module");
        assertThat(svg.getAttribute("role")).isEqualTo("group");
        assertThat(parsed(Graphs.svg(BOT)).getAttribute("role")).isEqualTo("img");
    }

    @Test
    void theDrawing_saysWhatItIs() throws Exception {
        Element svg = parsed(new SvgDrawing("g7", "Modules of <me>", BOT, node -> Optional.empty()).text());

        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("g7-title g7-desc");
        assertThat(children(svg, "title").map(Element::getTextContent)).containsExactly("Modules of <me>");
        assertThat(children(svg, "title").map(title -> title.getAttribute("id")))
                .containsExactly("g7-title");
        assertThat(children(svg, "desc").map(Element::getTextContent)).containsExactly("5 nodes, 7 ties between them");
        assertThat(children(svg, "desc").map(desc -> desc.getAttribute("id"))).containsExactly("g7-desc");
    }

    @Test
    void theStyle_isLeftToThePageThatHasIt() throws Exception {
        SvgDrawing drawing = new SvgDrawing("d", "Modules", BOT, node -> Optional.empty());

        String alone = drawing.text();
        String within = drawing.unstyled();

        assertThat(alone).contains(SvgDrawing.style());
        assertThat(elements(parsed(within), "style")).isEmpty();
        assertThat(within).isEqualTo(alone.replaceAll("(?s)<style>.*</style>\\n?", ""));
    }

    @Test
    void everything_liesInsideTheView() throws Exception {
        Element svg = parsed(Graphs.svg(Graphs.groups(3, 10)));

        double[] view = Stream.of(svg.getAttribute("viewBox").split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Area whole = new Area(view[0], view[1], view[2], view[3]);
        assertThat(elements(svg, "rect"))
                .hasSizeGreaterThan(30)
                .allSatisfy(rectangle -> assertThat(whole.with(area(rectangle))).isEqualTo(whole));
        assertThat(elements(svg, "text"))
                .allSatisfy(text -> assertThat(number(text, "y")).isBetween(whole.y(), whole.bottom()));
    }

    @Test
    void theLegend_tellsWhatOccurs_andWhatIsNotDrawn() throws Exception {
        assertThat(legend(BOT))
                .containsExactly(
                        "requires",
                        "requires transitive",
                        "requires static",
                        "requires static transitive",
                        "provides a service of",
                        "uses a service of",
                        "contract boundary",
                        "Every module requires java.base, which is not drawn.");
        assertThat(String.join(
                        " ", legend(Graphs.graph("a REQUIRES b", "b TRANSITIVE java.base", "a REQUIRES java.base"))))
                .isEqualTo(
                        "requires requires transitive Not drawn: 1 'requires' that 'requires transitive' on the way implies.");
        assertThat(String.join(" ", legend(tangle())))
                .endsWith("A stack is several modules, and its lines are those of any of them."
                        + " Not drawn: 28 'requires' to where other lines lead as well.");
    }

    private static ModuleGraph tangle() {
        List<Edge> edges = new ArrayList<>();
        IntStream.range(0, 9)
                .forEach(from -> IntStream.range(from + 1, 9)
                        .forEach(to -> edges.add(new Edge("m" + from, "m" + to, Tie.REQUIRES))));
        List<Node> nodes = new ArrayList<>(Graphs.graph(edges).nodes());
        nodes.set(0, new Node("m0", Kind.CLUSTER, "", List.of("x", "y")));
        return new ModuleGraph(nodes, edges);
    }

    private static List<String> legend(ModuleGraph graph) throws Exception {
        return elements(ofClass(parsed(Graphs.svg(graph)), "legend").get(0), "text").stream()
                .map(Element::getTextContent)
                .toList();
    }

    @Test
    void aCluster_isAStackThatNamesItsModules() throws Exception {
        ModuleGraph graph = new ModuleGraph(
                List.of(new Node("org.acme.*", Kind.CLUSTER, "", List.of("org.acme.a", "org.acme.b"))), List.of());

        Element node = ofClass(parsed(Graphs.svg(graph)), "node").get(0);

        assertThat(ofClass(node, "box")).hasSize(2);
        assertThat(title(node)).isEqualTo("org.acme.*: 2 modules: org.acme.a, org.acme.b");
        assertThat(ofClass(node, "note").get(0).getTextContent()).isEqualTo("2 modules");
    }

    @Test
    void hostileNames_stayText() throws Exception {
        ModuleGraph graph = new ModuleGraph(
                List.of(Graphs.node(Graphs.HOSTILE), Graphs.node("b")),
                List.of(new Edge(Graphs.HOSTILE, "b", Tie.USES)));

        Element svg = parsed(new SvgDrawing("d", Graphs.HOSTILE, graph, node -> Optional.of(node.page())).text());

        assertThat(elements(svg, "script")).isEmpty();
        assertThat(ofClass(svg, "node")).hasSize(2);
        assertThat(title(ofClass(svg, "node").get(0))).isEqualTo(PlainText.of(Graphs.HOSTILE) + ": module");
        assertThat(Graphs.HOSTILE).contains("\u202e");
        assertThat(svg.getTextContent()).contains("alert('x')").doesNotContain("\u202e");
    }

    @Test
    void nothing_isADrawingAsWell() throws Exception {
        assertThat(ofClass(parsed(Graphs.svg(new ModuleGraph(List.of(), List.of()))), "node"))
                .isEmpty();
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<Element> ofClass(Element parent, String cssClass) {
        return elements(parent, "*").stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ")).contains(cssClass))
                .toList();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static Stream<Element> children(Element parent, String name) {
        return elements(parent, name).stream()
                .filter(element -> element.getParentNode().isSameNode(parent));
    }

    private static String title(Element element) {
        return children(element, "title").findFirst().orElseThrow().getTextContent();
    }

    private static Area area(Element rectangle) {
        return new Area(
                number(rectangle, "x"),
                number(rectangle, "y"),
                number(rectangle, "width"),
                number(rectangle, "height"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
