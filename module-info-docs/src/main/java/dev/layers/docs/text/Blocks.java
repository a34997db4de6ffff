package dev.layers.docs.text;

import dev.layers.docs.graph.ModuleGraph;
import java.util.ArrayList;
import java.util.List;

/** A page under construction, one block after the other. */
public final class Blocks {
    private final List<Block> blocks = new ArrayList<>();

    public Blocks heading(int level, Words words) {
        return add(new Block.Heading(level, "", words));
    }

    public Blocks heading(int level, String text) {
        return heading(level, Words.plain(text));
    }

    /** Adds a heading that links lead to, by {@code subject}. */
    public Blocks heading(int level, String subject, Words words) {
        return add(new Block.Heading(level, Anchor.of(subject), words));
    }

    public Blocks paragraph(Words words) {
        return add(new Block.Paragraph(words));
    }

    public Blocks paragraph(String text) {
        return paragraph(Words.plain(text));
    }

    public Blocks bullets(List<Words> items) {
        return items.isEmpty() ? this : add(new Block.Bullets(List.copyOf(items)));
    }

    public Blocks table(List<String> header, List<List<Words>> rows) {
        return rows.isEmpty() ? this : add(new Block.Table(header, List.copyOf(rows)));
    }

    /** Adds a section of the second level that is nothing but a table; nothing if that has no rows. */
    public Blocks section(String title, List<String> header, List<List<Words>> rows) {
        return rows.isEmpty() ? this : heading(2, title).table(header, rows);
    }

    public Blocks listing(String language, String text) {
        return add(new Block.Listing(language, text));
    }

    public Blocks drawing(ModuleGraph graph, String caption) {
        return add(new Block.Drawing(graph, caption));
    }

    public Page page(String name, String title) {
        return new Page(name, title, blocks);
    }

    private Blocks add(Block block) {
        blocks.add(block);
        return this;
    }
}
