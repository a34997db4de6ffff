package dev.layers.docs;

import java.util.SortedMap;
import java.util.TreeMap;

/** The pages of a documentation: text by file name. */
record Pages(SortedMap<String, String> texts) {
    static final String MARK =
            "<!-- Written by module-info-docs from module descriptors; changes by hand are lost. -->";

    /** Returns the overview and a page for each module. */
    static Pages of(Documentation documentation) throws PageException {
        // Two names that differ in case only are one file on some machines.
        SortedMap<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        texts.put(OverviewPage.NAME, new OverviewPage(documentation).text());
        for (DocumentedModule module : documentation.modules()) {
            if (texts.put(module.pageName(), new ModulePage(module, documentation).text()) != null) {
                throw PageException.nameTaken(module);
            }
        }
        return new Pages(texts);
    }

    /** Returns whether a page has this name, upper and lower case being one. */
    boolean has(String name) {
        return texts.containsKey(name);
    }

    /** Returns whether this program wrote the text. */
    static boolean isMarked(String text) {
        return text.startsWith(MARK);
    }
}
