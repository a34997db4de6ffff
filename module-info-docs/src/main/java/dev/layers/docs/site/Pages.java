package dev.layers.docs.site;

import dev.layers.docs.guide.Guide;
import dev.layers.docs.guide.GuideException;
import dev.layers.docs.render.Markdown;
import dev.layers.docs.render.Navigation;
import dev.layers.docs.text.Page;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a documentation.
 *
 * @param texts by the place of their file below the directory, with slashes
 */
public record Pages(SortedMap<String, String> texts) {
    /** The directory of the pages about modules where there is a guide above them. */
    public static final String MODULES = "modules";

    public Pages {
        // Two names that differ in case only are one file on some machines.
        SortedMap<String, String> byPlace = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byPlace.putAll(texts);
        texts = byPlace;
    }

    /** Returns the pages, the overview first, in a format, all in one directory. */
    public static Pages of(List<Page> pages, Format format) {
        return switch (format) {
            case HTML -> html(new ModulePages(pages, ""));
            case MARKDOWN -> markdown(pages);
        };
    }

    /**
     * Returns the pages of a guide as HTML, and below them, in {@value #MODULES}, the others, the overview first.
     *
     * @throws GuideException if a link of the guide leads nowhere
     */
    public static Pages of(List<Page> pages, Guide guide) throws GuideException {
        return new GuidedSite(new ModulePages(pages, MODULES + "/"), guide).pages();
    }

    private static Pages html(ModulePages modules) {
        HtmlSite site = new HtmlSite(
                new Navigation("Modules", modules.overview(), modules.sections().toList()));
        modules.articles().forEach(site::add);
        return site.pages();
    }

    private static Pages markdown(List<Page> pages) {
        SortedMap<String, String> texts = new TreeMap<>();
        pages.forEach(
                page -> texts.put(page.name() + Format.MARKDOWN.ending(), Mark.MARKDOWN + "\n\n" + Markdown.of(page)));
        return new Pages(texts);
    }

    /** Returns whether a page has this place, upper and lower case being one. */
    boolean has(String place) {
        return texts.containsKey(place);
    }
}
