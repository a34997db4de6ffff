package dev.layers.docs.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.layers.docs.render.Navigation.Entry;
import dev.layers.docs.render.Navigation.Look;
import dev.layers.docs.render.PrefixGroups.Group;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrefixGroupsTest {
    @Test
    void names_areTogetherByTheShortestPrefixThatKeepsAGroupSmall() {
        List<Group> groups =
                groups(Stream.of(numbered("java.", 20), numbered("org.acme.", 20), numbered("org.other.", 10)));

        assertThat(groups)
                .extracting(Group::prefix, group -> group.entries().size())
                .containsExactly(tuple("java", 20), tuple("org.acme", 20), tuple("org.other", 10));
    }

    @Test
    void namesThatShareNothing_areARest() {
        List<Group> groups = groups(Stream.of(Stream.of("one", "two.a", "three"), numbered("org.", 5)));

        assertThat(groups)
                .extracting(Group::prefix, group -> group.entries().size())
                .containsExactly(tuple("", 3), tuple("org", 5));
    }

    @Test
    void everyName_isInOneGroup() {
        List<Group> groups = groups(Stream.of(numbered("a.b.c.d.e.f.g.h.i.j.k.", 60), Stream.of("a", "a.b", "a.b.c")));

        assertThat(groups).flatExtracting(Group::entries).hasSize(63).doesNotHaveDuplicates();
    }

    private static Stream<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + "part" + number);
    }

    private static List<Group> groups(Stream<Stream<String>> names) {
        return PrefixGroups.of(names.flatMap(name -> name)
                .map(name -> new Entry(name, Look.NAME, name + ".html"))
                .toList());
    }
}
