package dev.layers.docs.text;

import dev.layers.docs.graph.ModuleGraph;
import java.util.List;

/** What stands below another on a page. */
public sealed interface Block {
    /**
     * A heading.
     *
     * @param level 1 is that of the page
     * @param anchor by which links lead to it, as that of {@link Word.Place}; empty for none
     */
    record Heading(int level, String anchor, Words words) implements Block {}

    /** Words that run on. */
    record Paragraph(Words words) implements Block {}

    /** A list without an order. */
    record Bullets(List<Words> items) implements Block {}

    /** A table; each row has as many cells as the header. */
    record Table(List<String> header, List<List<Words>> rows) implements Block {}

    /** Text as it is, of a language that renderers may know. */
    record Listing(String language, String text) implements Block {}

    /** The picture of a graph, whose nodes lead to the pages of modules. */
    record Drawing(ModuleGraph graph, String caption) implements Block {}
}
