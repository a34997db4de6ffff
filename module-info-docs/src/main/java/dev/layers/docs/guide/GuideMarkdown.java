package dev.layers.docs.guide;

import java.nio.file.Path;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The Markdown of one page of a guide, on its way to HTML. */
record GuideMarkdown(GuideFiles files, Path file) {
    static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    GuidePage page(String text) {
        Node document = Parser.builder()
                .extensions(EXTENSIONS)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build()
                .parse(text);
        GuideHeadings headings = new GuideHeadings();
        GuideLinks links = new GuideLinks(files, file);
        document.accept(new GuideMarkup());
        document.accept(headings);
        document.accept(links);
        String html = new GuideRenderer(headings.ids()).html(document);
        return new GuidePage(
                files.place(file), title(headings), html, headings.headings(), links.pages(), links.dangling());
    }

    private String title(GuideHeadings headings) {
        return headings.title().orElseGet(() -> file.getFileName().toString().replaceFirst("\\.md$", ""));
    }
}
