package dev.layers.internal.boundary;

import static dev.layers.internal.boundary.FakeDirection.UPPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.layers.internal.reference.Passage;
import java.util.AbstractList;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotPassageTest {
    private final FakeDirection way = new FakeDirection();

    /** A list as a module may bring it. */
    private static final class OwnList extends AbstractList<String> {
        @Override
        public String get(int index) {
            return "own" + index;
        }

        @Override
        public int size() {
            return 2;
        }
    }

    @Test
    void list_isCopiedInItsOrderWithItsNulls() {
        List<String> source = new ArrayList<>(Arrays.asList("b", null, "a", "b"));

        List<?> copy = (List<?>) pass(List.class, source);
        source.clear();

        assertThat(copy).isEqualTo(Arrays.asList("B", null, "A", "B"));
        assertThat(copy.contains(null)).isTrue();
    }

    @Test
    void listOfTheModulesOwnClass_becomesOneOfTheJdk() {
        Object copy = pass(List.class, new OwnList());

        assertThat(copy).isEqualTo(List.of("OWN0", "OWN1"));
        assertThat(copy.getClass().getClassLoader()).isNull();
    }

    @Test
    void emptyList_maybeAskedForNull() {
        List<?> copy = (List<?>) pass(List.class, new ArrayList<>());

        assertThat(copy.contains(null)).isFalse();
    }

    static Stream<Collection<Object>> copies() {
        SnapshotPassageTest test = new SnapshotPassageTest();
        return Stream.of(
                test.collection(List.class, new ArrayList<>(List.of("a"))),
                test.collection(Set.class, new LinkedHashSet<>(List.of("a"))),
                test.collection(Collection.class, new ArrayDeque<>(List.of("a"))),
                test.map(new LinkedHashMap<>(Map.of("a", "b"))).keySet(),
                test.map(new LinkedHashMap<>(Map.of("b", "a"))).values());
    }

    @ParameterizedTest
    @MethodSource("copies")
    void copy_refusesChanges(Collection<Object> copy) {
        assertThat(copy).containsExactly("A");
        assertThatThrownBy(() -> copy.add("x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.remove("A")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void mapAndEntry_refuseChanges() {
        Map<Object, Object> map = map(new LinkedHashMap<>(Map.of("a", "b")));
        @SuppressWarnings("unchecked")
        Map.Entry<Object, Object> entry =
                (Map.Entry<Object, Object>) pass(Map.Entry.class, new SimpleEntry<>("a", "b"));

        assertThatThrownBy(() -> map.put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.entrySet().iterator().next().setValue("y"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> entry.setValue("y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void set_isCopiedInItsOrderWithItsNull() {
        Object copy = pass(Set.class, new LinkedHashSet<>(Arrays.asList("b", null, "a")));

        assertThat(((Set<?>) copy).toArray()).containsExactly("B", null, "A");
        assertThat(copy).isEqualTo(new LinkedHashSet<>(Arrays.asList("B", null, "A")));
    }

    @Test
    void setWhoseElementsBecomeEqual_isRefused() {
        assertThatThrownBy(() -> pass(Set.class, new LinkedHashSet<>(List.of("a", "A"))))
                .hasMessage("refused a set, two of whose elements would be equal on the other side");
    }

    @Test
    void mapWhoseKeysBecomeEqual_isRefused() {
        Map<String, String> source = new IdentityHashMap<>();
        source.put("a", "x");
        source.put("A", "y");

        assertThatThrownBy(() -> pass(Map.class, source))
                .hasMessage("refused a map, two of whose keys would be equal on the other side");
    }

    @Test
    void collection_staysASetIfItIsOneAndIsAListOtherwise() {
        assertThat(pass(Collection.class, new TreeSet<>(Set.of("b", "a")))).isEqualTo(Set.of("A", "B"));
        assertThat(pass(Collection.class, new ArrayDeque<>(List.of("b", "a")))).isEqualTo(List.of("B", "A"));
    }

    @Test
    void map_isCopiedInItsOrderWithItsNulls() {
        Map<String, String> source = new LinkedHashMap<>();
        source.put("b", null);
        source.put(null, "x");
        source.put("a", "y");

        Map<Object, Object> copy = map(source);

        assertThat(copy).containsExactly(entry("B", null), entry(null, "X"), entry("A", "Y"));
    }

    @Test
    void mapAndEntry_passKeysAndValuesByTheirOwnRules() {
        Passage passage =
                Containers.of(Map.class, List.of(UPPER, Passage.AS_IS)).orElseThrow();
        Passage entries =
                Containers.of(Map.Entry.class, List.of(Passage.AS_IS, UPPER)).orElseThrow();

        assertThat(passage.pass(Map.of("a", "b"), way)).isEqualTo(Map.of("A", "b"));
        assertThat(entries.pass(Map.entry("a", "b"), way)).isEqualTo(Map.entry("a", "B"));
    }

    @Test
    void entry_isCopiedWithItsNulls() {
        Object copy = pass(Map.Entry.class, new SimpleEntry<>("a", null));

        assertThat(copy).isEqualTo(new SimpleEntry<>("A", null));
    }

    @Test
    void optional_passesWhatIsPresent() {
        assertThat(pass(Optional.class, Optional.of("a"))).isEqualTo(Optional.of("A"));
        assertThat(pass(Optional.class, Optional.empty())).isEqualTo(Optional.empty());
    }

    static Stream<Object> unchanged() {
        return Stream.of(
                List.of(),
                List.of("A"),
                List.of("A", "B", "C"),
                Set.of(),
                Set.of("A"),
                Set.of("A", "B", "C"),
                Map.of(),
                Map.of("A", "B"),
                Map.of("A", "B", "C", "D"),
                Map.entry("A", "B"));
    }

    @ParameterizedTest
    @MethodSource("unchanged")
    void immutableOfTheJdk_passesItselfIfItsElementsDo(Object source) {
        Passage passage = Containers.of(
                        Containers.typeOf(source.getClass()).orElseThrow(), List.of(Passage.AS_IS, Passage.AS_IS))
                .orElseThrow();

        assertThat(passage.pass(source, way)).isSameAs(source);
    }

    @Test
    void immutableOfTheJdk_isCopiedIfOneElementIsNotTheSame() {
        assertThat(pass(List.class, List.of("A", "b", "C"))).isEqualTo(List.of("A", "B", "C"));
    }

    @Test
    void viewOfTheJdk_isCopied() {
        List<String> behind = new ArrayList<>(List.of("A"));
        List<String> view = Collections.unmodifiableList(behind);

        Object copy = pass(List.class, view);
        behind.add("B");

        assertThat(copy).isEqualTo(List.of("A"));
    }

    @Test
    void whatTheSourceThrows_comesUp() {
        IllegalStateException failure = new IllegalStateException("broken");
        List<String> broken = new AbstractList<>() {
            @Override
            public String get(int index) {
                throw failure;
            }

            @Override
            public int size() {
                return 1;
            }
        };

        assertThatThrownBy(() -> pass(List.class, broken)).isSameAs(failure);
    }

    @Test
    void elementThatCannotCross_isRefused() {
        assertThatThrownBy(() -> pass(List.class, List.of(7))).hasMessage("refused the number 7");
    }

    @Test
    void array_isCopiedToTheDeclaredType() {
        Comparable<?>[] source = new String[] {"a", null};

        Object copy = Containers.ofArray(Comparable.class, UPPER).pass(source, way);
        source[0] = null;

        assertThat(copy).isInstanceOf(Comparable[].class).isNotInstanceOf(String[].class);
        assertThat((Object[]) copy).containsExactly("A", null);
    }

    @Test
    void arrays_nest() {
        Passage passage = Containers.ofArray(String[].class, Containers.ofArray(String.class, UPPER));

        Object copy = passage.pass(new String[][] {{"a"}, null, {}}, way);

        assertThat(copy).isInstanceOf(String[][].class);
        assertThat((Object[]) copy).containsExactly(new String[] {"A"}, null, new String[0]);
    }

    @Test
    void arrayOfPrimitives_passesAsItIs() {
        assertThat(Containers.ofArray(int.class, UPPER)).isSameAs(Passage.AS_IS);
    }

    @Test
    void arrayWhoseElementBecomesAnotherType_isRefused() {
        Passage passage = Containers.ofArray(Integer.class, (value, direction) -> "text");

        assertThatThrownBy(() -> passage.pass(new Integer[] {1}, way))
                .hasMessage("refused an array of java.lang.Integer, since its element crosses as a java.lang.String");
    }

    @Test
    void containers_nest() {
        Passage lists = Containers.of(List.class, List.of(UPPER)).orElseThrow();
        Passage optionals = Containers.of(Optional.class, List.of(lists)).orElseThrow();
        Passage maps = Containers.of(Map.class, List.of(UPPER, optionals)).orElseThrow();

        assertThat(maps.pass(Map.of("a", Optional.of(List.of("b"))), way))
                .isEqualTo(Map.of("A", Optional.of(List.of("B"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.List",
                "java.util.Set",
                "java.util.Collection",
                "java.util.Map",
                "java.util.Map$Entry",
                "java.util.Optional",
                "java.util.concurrent.CompletableFuture",
                "java.util.concurrent.CompletionStage",
                "java.util.stream.Stream",
                "java.util.stream.IntStream",
                "java.util.stream.LongStream",
                "java.util.stream.DoubleStream",
                "java.io.InputStream",
                "java.io.OutputStream"
            })
    void containers_areKnownAndLetNullPass(String name) throws ClassNotFoundException {
        Class<?> raw = Class.forName(name);

        assertThat(Containers.isContainer(raw)).isTrue();
        assertThat(pass(raw, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(classes = {ArrayList.class, Iterable.class, Object.class, String[].class, int.class, String.class})
    void otherTypes_areNoContainers(Class<?> raw) {
        assertThat(Containers.isContainer(raw)).isFalse();
        assertThat(Containers.of(raw, List.of())).isEmpty();
    }

    private Object pass(Class<?> raw, Object value) {
        return Containers.of(raw, List.of(UPPER, UPPER)).orElseThrow().pass(value, way);
    }

    @SuppressWarnings("unchecked")
    private Collection<Object> collection(Class<?> raw, Collection<?> value) {
        return (Collection<Object>) pass(raw, value);
    }

    @SuppressWarnings("unchecked")
    private Map<Object, Object> map(Map<?, ?> value) {
        return (Map<Object, Object>) pass(Map.class, value);
    }
}
