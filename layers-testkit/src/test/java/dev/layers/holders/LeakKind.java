package dev.layers.holders;

import java.util.ArrayList;
import java.util.List;

/**
 * A kind of leak, as the guide tells it.
 *
 * @param why why it pins
 * @param cases the cases of the corpus that show it
 * @param seldom what else the analysis says of it
 * @param cure what becomes of it
 */
record LeakKind(String title, String why, List<String> cases, List<Text> seldom, Cure cure) {
    /** What the analysis can say; {@code …} stands for what differs. */
    record Text(String says, String advice) {}

    /**
     * What becomes of a leak.
     *
     * @param layers what Layers does by itself
     * @param author what is left for whoever writes host or module; empty if the table says it all
     * @param residue rows of the page about residue that show it
     * @param misses near misses, of this corpus or of that page
     */
    record Cure(String layers, String author, List<String> residue, List<String> misses) {}

    static LeakKind of(String title, String why) {
        return new LeakKind(title, why, List.of(), List.of(), new Cure("", "", List.of(), List.of()));
    }

    LeakKind cases(String... names) {
        return new LeakKind(title, why, List.of(names), seldom, cure);
    }

    /** The analysis says that, too; no case of the corpus shows it. */
    LeakKind seldom(String says, String advice) {
        List<Text> all = new ArrayList<>(seldom);
        all.add(new Text(says, advice));
        return new LeakKind(title, why, cases, all, cure);
    }

    LeakKind layers(String text) {
        return with(new Cure(text, cure.author, cure.residue, cure.misses));
    }

    LeakKind author(String text) {
        return with(new Cure(cure.layers, text, cure.residue, cure.misses));
    }

    LeakKind residue(String... rows) {
        return with(new Cure(cure.layers, cure.author, List.of(rows), cure.misses));
    }

    LeakKind misses(String... names) {
        return with(new Cure(cure.layers, cure.author, cure.residue, List.of(names)));
    }

    private LeakKind with(Cure changed) {
        return new LeakKind(title, why, cases, seldom, changed);
    }
}
