package dev.layers.docs.render;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import dev.layers.docs.render.Navigation.Entry;
import dev.layers.docs.render.Navigation.Look;
import dev.layers.docs.render.Navigation.Section;
import dev.layers.docs.render.PrefixGroups.Group;
import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import j2html.tags.specialized.DetailsTag;
import java.util.List;

/** The list of all pages that each page has, folded where it is long. */
final class HtmlNavigation {
    private static final DomContent LINE_END = rawHtml("\n");
    private static final int SHORT = 30;
    private static final int LONG = 300;

    private final List<Folded> sections;

    HtmlNavigation(Navigation navigation) {
        this.sections = navigation.sections().stream().map(Folded::of).toList();
    }

    /** A section and its groups, of which one without a prefix is the whole. */
    private record Folded(Section section, List<Group> groups) {
        static Folded of(Section section) {
            List<Entry> entries = section.entries();
            return new Folded(
                    section, entries.size() <= SHORT ? List.of(new Group("", entries)) : PrefixGroups.of(entries));
        }

        boolean isShort() {
            return section.entries().size() <= SHORT;
        }
    }

    /** Returns the list as the page at {@code place} has it. */
    DomContent html(String place) {
        return nav(details(summary("Pages"), LINE_END, each(sections, section -> section(section, place)))
                        .withClass("menu"))
                .attr("aria-label", "Pages")
                .attr("tabindex", "0");
    }

    private static DomContent section(Folded folded, String place) {
        DomContent content = folded.isShort()
                ? list(folded.section().entries(), place)
                : each(shown(folded, place), group -> group(group, place));
        return folded(folded.section().title(), true, content);
    }

    /** Beyond some length only the first page has all of it, or a site of thousands would be nothing but lists. */
    private static List<Group> shown(Folded folded, String place) {
        boolean isWhole = folded.section().entries().size() <= LONG
                || place.equals(folded.section().overview());
        return isWhole
                ? folded.groups()
                : folded.groups().stream()
                        .filter(group -> hasPlace(group.entries(), place))
                        .toList();
    }

    private static DomContent group(Group group, String place) {
        String title = group.prefix().isEmpty() ? "Others" : group.prefix();
        return folded(
                title + " (" + group.entries().size() + ")",
                hasPlace(group.entries(), place),
                list(group.entries(), place));
    }

    private static DomContent folded(String title, boolean isOpen, DomContent content) {
        DetailsTag details = details(summary(HtmlText.name(title)), LINE_END, content);
        return each(isOpen ? details.attr("open") : details, LINE_END);
    }

    private static DomContent list(List<Entry> entries, String place) {
        return ul(LINE_END, each(entries, entry -> each(li(link(entry, place)), LINE_END)));
    }

    private static DomContent link(Entry entry, String place) {
        ATag link = a(label(entry)).withHref(Href.between(place, entry.place(), ""));
        return entry.place().equals(place) ? link.attr("aria-current", "page") : link;
    }

    private static DomContent label(Entry entry) {
        return entry.look() == Look.NAME ? HtmlText.name(entry.label()) : HtmlText.plain(entry.label());
    }

    private static boolean hasPlace(List<Entry> entries, String place) {
        return entries.stream().anyMatch(entry -> entry.place().equals(place));
    }
}
