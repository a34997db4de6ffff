package dev.layers.docs.site;

import dev.layers.docs.render.Navigation.Entry;
import dev.layers.docs.render.Navigation.Look;
import dev.layers.docs.text.Page;
import java.util.Arrays;

/** What a page is about, which its title begins with. */
enum Chapter {
    CONTRACTS("Contracts", "Contract of ", Look.NAME),
    MODULES("Modules", "Module ", Look.NAME),
    /** All modules at once. */
    OVERVIEW("Overview", "", Look.TITLE);

    private final String title;
    private final String beginning;
    private final Look look;

    Chapter(String title, String beginning, Look look) {
        this.title = title;
        this.beginning = beginning;
        this.look = look;
    }

    static Chapter of(Page page) {
        return Arrays.stream(values())
                .filter(chapter -> page.title().startsWith(chapter.beginning))
                .findFirst()
                .orElse(OVERVIEW);
    }

    String title() {
        return title;
    }

    Entry entry(Page page, String place) {
        return new Entry(page.title().substring(beginning.length()), look, place);
    }
}
