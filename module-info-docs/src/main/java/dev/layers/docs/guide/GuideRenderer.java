package dev.layers.docs.guide;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders a page of a guide; markup that its author wrote shows as text. */
record GuideRenderer(Map<Node, String> ids) {
    String html(Node document) {
        return HtmlRenderer.builder()
                .extensions(GuideMarkdown.EXTENSIONS)
                .escapeHtml(true)
                .attributeProviderFactory(context -> attributes())
                .nodeRendererFactory(TableRoom::new)
                .build()
                .render(document);
    }

    private AttributeProvider attributes() {
        return (node, tag, attributes) -> {
            String id = ids.get(node);
            if (id != null) {
                attributes.put("id", id);
            }
            switch (tag) {
                case "pre" -> attributes.put("tabindex", "0");
                case "th" -> attributes.put("scope", "col");
                default -> {}
            }
        };
    }

    /** What holds a table can be reached by the keyboard, or nobody could scroll it without a mouse. */
    private record TableRoom(HtmlNodeRendererContext context) implements NodeRenderer {
        private static final Map<String, String> ROOM =
                new TreeMap<>(Map.of("class", "scroll", "tabindex", "0", "role", "group", "aria-label", "Table"));

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(ScrolledTable.class);
        }

        @Override
        public void render(Node node) {
            HtmlWriter html = context.getWriter();
            html.line();
            html.tag("div", ROOM);
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            html.tag("/div");
            html.line();
        }
    }
}
