package dev.layers.docs.text;

import dev.layers.docs.text.Word.Code;
import dev.layers.docs.text.Word.Label;
import dev.layers.docs.text.Word.Link;
import dev.layers.docs.text.Word.Place;
import dev.layers.docs.text.Word.Plain;
import dev.layers.docs.text.Word.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Words in a row; none of them is markup of any format, renderers escape them. */
public record Words(List<Word> words) {
    public Words {
        words = List.copyOf(words);
    }

    public static Words none() {
        return new Words(List.of());
    }

    public static Words of(Word... words) {
        return new Words(Arrays.asList(words));
    }

    public static Words plain(String text) {
        return text.isEmpty() ? none() : of(new Plain(text));
    }

    public static Words code(String text) {
        return of(new Code(text));
    }

    public static Words label(String text, Tone tone) {
        return of(new Label(text, tone));
    }

    /** Returns a name that leads to the beginning of a page. */
    public static Words link(String page, String name) {
        return of(new Link(page, "", new Code(name)));
    }

    /** Returns plain text that leads to the beginning of a page. */
    public static Words phraseLink(String page, String text) {
        return of(new Link(page, "", new Plain(text)));
    }

    /** Returns plain text that leads to the place of {@code subject} on a page. */
    public static Words phraseLink(String page, String subject, String text) {
        return of(new Link(page, Anchor.of(subject), new Plain(text)));
    }

    /** Returns a name that leads to the place of {@code subject} on a page. */
    public static Words link(String page, String subject, String name) {
        return of(new Link(page, Anchor.of(subject), new Code(name)));
    }

    /** Returns a name that links lead to, by {@code subject}. */
    public static Words place(String subject, String name) {
        return of(new Place(Anchor.of(subject), new Code(name)));
    }

    /** Returns all of them with {@code separator} between two. */
    public static Words joined(List<Words> parts, String separator) {
        List<Word> all = new ArrayList<>();
        for (Words part : parts) {
            if (!all.isEmpty()) {
                all.add(new Plain(separator));
            }
            all.addAll(part.words());
        }
        return new Words(all);
    }

    public static Words codes(List<String> names) {
        return joined(names.stream().map(Words::code).toList(), ", ");
    }

    public Words and(String text) {
        return and(plain(text));
    }

    public Words and(Words others) {
        List<Word> all = new ArrayList<>(words);
        all.addAll(others.words());
        return new Words(all);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Returns the characters without any look. */
    public String text() {
        return words.stream().map(Word::text).collect(Collectors.joining());
    }
}
