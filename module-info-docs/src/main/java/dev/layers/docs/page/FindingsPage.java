package dev.layers.docs.page;

import dev.layers.docs.findings.Finding;
import dev.layers.docs.findings.Rule;
import dev.layers.docs.text.Blocks;
import dev.layers.docs.text.Page;
import dev.layers.docs.text.Words;
import java.util.List;
import java.util.Locale;

/** The page of what a person should look at. */
record FindingsPage(Atlas atlas) {
    private static final String TITLE = "Findings";

    Page page() {
        Blocks blocks = new Blocks().heading(1, TITLE).paragraph(summary());
        for (Rule rule : Rule.values()) {
            List<Finding> found = atlas.findings().of(rule);
            if (!found.isEmpty()) {
                blocks.heading(2, subject(rule), Words.plain(rule.title()))
                        .paragraph(rule.reason())
                        .paragraph("What to do: " + lowerCase(rule.advice()))
                        .bullets(found.stream().map(this::item).toList());
            }
        }
        return blocks.paragraph(Words.phraseLink(PageNames.OVERVIEW, "All modules"))
                .page(PageNames.FINDINGS, TITLE);
    }

    /** Returns the link to the findings of a rule. */
    static Words link(Rule rule) {
        return Words.phraseLink(PageNames.FINDINGS, subject(rule), rule.title());
    }

    private String summary() {
        int count = atlas.findings().findings().size();
        return count == 0
                ? "Nothing that a person should look at."
                : Counted.of(count, "thing") + " that a person should look at, the gravest first. Some may be"
                        + " as they are meant.";
    }

    private Words item(Finding finding) {
        return Quotes.resolved(finding.found(), atlas::module);
    }

    private static String subject(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String lowerCase(String sentence) {
        return sentence.isEmpty() ? "" : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
