package dev.layers.docs.render;

import dev.layers.docs.graph.MermaidText;
import dev.layers.docs.text.Block;
import dev.layers.docs.text.Page;
import dev.layers.docs.text.Words;
import java.util.List;

/** Writes pages as Markdown, in the dialect of GitHub. */
public final class Markdown {
    private final MarkdownBlocks written = new MarkdownBlocks();

    private Markdown() {}

    /** Returns the text of a file whose name is that of the page with {@code .md} behind it; it ends with a line break. */
    public static String of(Page page) {
        Markdown markdown = new Markdown();
        page.blocks().forEach(markdown::add);
        return markdown.written.text();
    }

    private void add(Block block) {
        if (block instanceof Block.Heading heading) {
            written.heading(heading.level(), MarkdownWords.place(heading.anchor()) + words(heading.words()));
        } else if (block instanceof Block.Paragraph paragraph) {
            written.paragraph(MarkdownBlocks.start(words(paragraph.words())));
        } else if (block instanceof Block.Bullets bullets) {
            written.list(
                    words(bullets.items()).stream().map(MarkdownBlocks::start).toList());
        } else if (block instanceof Block.Table table) {
            written.table(
                    table.header().stream().map(MarkdownBlocks::plain).toList(),
                    table.rows().stream().map(Markdown::words).toList());
        } else if (block instanceof Block.Listing listing) {
            written.listing(listing.language(), listing.text());
        } else if (block instanceof Block.Drawing drawing) {
            written.listing("mermaid", MermaidText.of(drawing.graph()));
        }
    }

    private static List<String> words(List<Words> items) {
        return items.stream().map(Markdown::words).toList();
    }

    private static String words(Words words) {
        return MarkdownWords.text(words);
    }
}
