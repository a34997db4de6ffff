package dev.layers.docs.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.text.Word.Code;
import dev.layers.docs.text.Word.Link;
import dev.layers.docs.text.Word.Place;
import dev.layers.docs.text.Word.Plain;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void words_areJoinedWithASeparatorBetweenTwo() {
        Words words = Words.joined(List.of(Words.code("a"), Words.plain("b"), Words.code("c")), ", ");

        assertThat(words.words())
                .containsExactly(new Code("a"), new Plain(", "), new Plain("b"), new Plain(", "), new Code("c"));
        assertThat(words.text()).isEqualTo("a, b, c");
    }

    @Test
    void emptyText_isNoWord() {
        assertThat(Words.plain("")).isEqualTo(Words.none());
        assertThat(Words.plain("").isEmpty()).isTrue();
    }

    @Test
    void linkToASubject_leadsToItsPlace() {
        String subject = "org.acme.Map$Entry";

        Link link = (Link) Words.link("page", subject, "Map.Entry").words().get(0);
        Place place = (Place) Words.place(subject, "Map.Entry").words().get(0);

        assertThat(link).isEqualTo(new Link("page", "org.acme.Map_24_Entry", new Code("Map.Entry")));
        assertThat(place.anchor()).isEqualTo(link.anchor());
    }

    @Test
    void anchors_areAsciiAndDiffer() {
        List<String> subjects = List.of("a_b", "a$b", "a b", "é", "a.b", "a-b", "<i>", "a_24_b", "A");

        List<String> anchors = subjects.stream().map(Anchor::of).toList();

        assertThat(anchors).doesNotHaveDuplicates().allMatch(anchor -> anchor.matches("[A-Za-z0-9._-]+"));
    }
}
