package dev.layers.internal.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import dev.layers.StateContract.Level;
import dev.layers.StateContract.Money;
import dev.layers.StateContract.Node;
import dev.layers.StateContract.Picky;
import dev.layers.StateContract.Service;
import dev.layers.StateContract.Sorted;
import dev.layers.StateContract.State;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SimpleTimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueCopiesTest {
    private final ValueCopies copies = new ValueCopies(List.of(Service.class), type -> false);

    /** As a module may write them. */
    private static final class OwnList extends ArrayList<Object> {
        private static final long serialVersionUID = 1L;
    }

    private record OwnRecord(String text) {}

    private static final class OwnMap extends TreeMap<String, Object> {
        private static final long serialVersionUID = 1L;
    }

    private record OwnText(String text) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class OwnService implements Service {}

    static Stream<Object> constants() {
        return Stream.of(
                "text",
                1,
                2L,
                'c',
                true,
                1.5,
                new BigDecimal("1.50"),
                Duration.ofSeconds(3),
                Instant.EPOCH,
                UUID.randomUUID(),
                TimeUnit.DAYS,
                Level.LOW,
                Level.HIGH,
                new Money(3),
                String.class,
                State.class,
                Path.of("a", "b"),
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("constants")
    void valueThatCannotChange_staysItself(Object value) throws Uncopyable {
        assertThat(copies.copy(value)).isSameAs(value);
    }

    static Stream<Arguments> changeables() {
        return Stream.<Object>of(
                        new Date(5),
                        new java.sql.Timestamp(6),
                        new SimpleTimeZone(3600, "one"),
                        BitSet.valueOf(new long[] {5}),
                        new int[] {1, 2},
                        new String[] {"a", null},
                        new Object[] {1, "b"},
                        new long[][] {{1}, {2}},
                        new ArrayList<>(Arrays.asList("b", null, "a")),
                        new LinkedHashMap<>(Map.of("a", 1)),
                        new LinkedHashSet<>(Set.of(1)))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("changeables")
    void valueThatCanChange_isCopiedAsItsClass(Object value) throws Uncopyable {
        Object copy = copies.copy(value);

        assertThat(copy).isNotSameAs(value).hasSameClassAs(value);
        assertThat(List.of(copy)).usingRecursiveComparison().isEqualTo(List.of(value));
    }

    static Stream<Object> holders() {
        return Stream.of(
                new StringBuilder("ab"),
                new StringBuffer("ab"),
                new AtomicInteger(3),
                new AtomicLong(4),
                new AtomicBoolean(true),
                new AtomicIntegerArray(new int[] {1, 2}),
                new AtomicLongArray(new long[] {3, 4}));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void holderOfAPlainValue_isCopiedWithIt(Object holder) throws Uncopyable {
        Object copy = copies.copy(holder);

        assertThat(copy).isNotSameAs(holder).hasSameClassAs(holder).hasToString(holder.toString());
    }

    @Test
    void bytes_areCopiedWithTheirPlaceAndOrder() throws Uncopyable {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2, 3, 4}).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(1).limit(3);

        ByteBuffer copy = (ByteBuffer) copies.copy(bytes);
        ByteBuffer readOnly = (ByteBuffer) copies.copy(bytes.asReadOnlyBuffer());
        bytes.put(1, (byte) 9);

        assertThat(copy.position()).isEqualTo(1);
        assertThat(copy.limit()).isEqualTo(3);
        assertThat(copy.capacity()).isEqualTo(4);
        assertThat(copy.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(copy.get()).isEqualTo((byte) 2);
        assertThat(readOnly.isReadOnly()).isTrue();
        assertThat(readOnly.get()).isEqualTo((byte) 2);
    }

    @Test
    void record_isMadeAnewWithCopiesOfItsParts() throws Uncopyable {
        State state = new State("a", new CopyOnWriteArrayList<>(List.of("u")), new int[] {1});

        State copy = (State) copies.copy(state);
        state.counts()[0] = 2;
        state.users().clear();

        assertThat(copy.name()).isEqualTo("a");
        assertThat(copy.users()).isExactlyInstanceOf(ArrayList.class).containsExactly("u");
        assertThat(copy.counts()).containsExactly(1);
    }

    @Test
    void containersOfTheModulesOwnClasses_becomePlainOnesOfTheJdk() throws Uncopyable {
        OwnMap map = new OwnMap();
        map.put("b", new OwnList());
        map.put("a", new OwnText("text"));
        map.put("c", null);

        Map<?, ?> copy = (Map<?, ?>) copies.copy(map);

        assertThat(copy).isExactlyInstanceOf(LinkedHashMap.class);
        assertThat(copy.keySet().stream().map(String.class::cast)).containsExactly("a", "b", "c");
        assertThat(copy.get("a")).isEqualTo("text");
        assertThat(copy.get("b")).isExactlyInstanceOf(ArrayList.class);
        assertThat(copy.get("c")).isNull();
    }

    @Test
    void everyKindOfContainer_hasItsCopy() throws Uncopyable {
        Map<Level, Integer> byLevel = new EnumMap<>(Map.of(Level.HIGH, 2, Level.LOW, 1));
        Set<String> backwards = new TreeSet<>(Comparator.<String>naturalOrder().reversed());
        backwards.addAll(List.of("a", "b"));

        assertThat(copies.copy(byLevel)).isEqualTo(byLevel).isExactlyInstanceOf(LinkedHashMap.class);
        assertThat((Set<?>) copies.copy(backwards)).hasToString("[b, a]").isExactlyInstanceOf(LinkedHashSet.class);
        assertThat(copies.copy(new ArrayDeque<>(List.of(1, 2)))).isEqualTo(List.of(1, 2));
        assertThat(copies.copy(Map.of(1, 2).values())).isEqualTo(List.of(2));
        assertThat(copies.copy(new ConcurrentHashMap<>(Map.of(1, 2)))).isEqualTo(Map.of(1, 2));
        assertThat(copies.copy(new SimpleEntry<>("a", 1))).isEqualTo(entry("a", 1));
        assertThat(copies.copy(Optional.of(new OwnText("x")))).isEqualTo(Optional.of("x"));
        assertThat(copies.copy(List.of(1, 2))).isEqualTo(List.of(1, 2)).isExactlyInstanceOf(ArrayList.class);
        assertThat(copies.copy(CharBuffer.wrap("abc"))).isEqualTo("abc");
    }

    @Test
    void whatIsThereTwice_isThereTwiceInTheCopy() throws Uncopyable {
        List<String> users = new ArrayList<>();

        List<?> copy = (List<?>) copies.copy(List.of(users, users));

        assertThat(copy.get(0)).isSameAs(copy.get(1)).isNotSameAs(users);
    }

    @Test
    void listThatContainsItself_isRefused() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThat(refusal(list))
                .startsWith("a value of class 'ArrayList' in element 1, element 1, element 1, ")
                .endsWith(
                        ", element 1: more than 200 containers and records lie within each other, as when one contains"
                                + " itself; hand over the parts in a list");
    }

    @Test
    void chainOf200_isCopied() throws Uncopyable {
        Object chain = null;
        for (int i = 0; i < 200; i++) {
            chain = new Node(i, chain);
        }

        assertThat(copies.copy(chain)).isEqualTo(chain);
    }

    static Stream<Object[]> refused() {
        String called =
                "it is there to be called, and goes with its generation; hand over what it takes to make another one";
        String ending = "it ends with its generation; hand over what is in it, as a list or an array";
        String own = "its class is no value of the contract; use a record of the contract or a simple value such as"
                + " String";
        Runnable lambda = () -> {};
        String name = ValueCopiesTest.class.getName();
        return Stream.of(
                new Object[] {new OwnService(), name + "$OwnService", called},
                new Object[] {lambda, lambda.getClass().getName(), called},
                new Object[] {String.CASE_INSENSITIVE_ORDER, "String.CaseInsensitiveComparator", called},
                new Object[] {List.of(1).iterator(), "ImmutableCollections.ListItr", called},
                new Object[] {Stream.of(1), "ReferencePipeline.Head", ending},
                new Object[] {new CompletableFuture<>(), "CompletableFuture", ending},
                new Object[] {InputStream.nullInputStream(), "InputStream.1", ending},
                new Object[] {new OwnRecord("a"), name + "$OwnRecord", own},
                new Object[] {
                    new OwnRecord[0],
                    name + "$OwnRecord[]",
                    "the class of its elements is no value of the" + " contract; use an array of a type of the contract"
                },
                new Object[] {
                    OwnRecord.class,
                    "Class",
                    "'" + name + "$OwnRecord' is of neither the contract nor the JDK;" + " use its name, as String"
                },
                new Object[] {
                    new IllegalStateException("no"),
                    "IllegalStateException",
                    "it holds the stack of its generation; use its text, as String"
                },
                new Object[] {new Thread(), "Thread", called},
                new Object[] {
                    new AtomicReference<>(),
                    "AtomicReference",
                    "it may hold what goes with its generation;"
                            + " use a record of the contract or a simple value such as String"
                });
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoValue_isRefused(Object value, String type, String reason) {
        assertThat(refusal(value)).isEqualTo("a value of class '" + type + "': " + reason);
    }

    @Test
    void refusal_saysWhereTheValueIs() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put("b", List.of(1, Optional.of(new Node(1, new OwnRecord("x")))));

        assertThat(refusal(new Node(2, map)))
                .isEqualTo("a value of class '" + ValueCopiesTest.class.getName()
                        + "$OwnRecord' in component 'next' of '" + Node.class.getName()
                        + "', value of entry 2, element 2,"
                        + " component 'next' of '" + Node.class.getName()
                        + "': its class is no value of the contract; use a record"
                        + " of the contract or a simple value such as String");
        assertThat(refusal(new Object[] {Map.of(new OwnRecord("x"), 1)}))
                .startsWith("a value of class '" + OwnRecord.class.getName() + "' in element 1, key of entry 1: ");
    }

    @Test
    void copyThatIsNotWhatIsDeclared_isRefused() {
        assertThat(refusal(new Sorted(new TreeMap<>())))
                .isEqualTo("a value of class 'TreeMap' in component 'entries' of '" + Sorted.class.getName()
                        + "': it is copied as 'LinkedHashMap', which is no 'TreeMap'; declare it as Collection, List, Set or"
                        + " Map");
        assertThat(refusal(new TreeMap<?, ?>[] {new TreeMap<>()}))
                .isEqualTo(
                        "a value of class 'TreeMap' in element 1: it is copied as 'LinkedHashMap', which is no 'TreeMap';"
                                + " declare it as Collection, List, Set or Map");
    }

    @Test
    void keysThatBecomeEqual_areRefused() {
        OwnText other = new OwnText("a");

        assertThat(refusal(Map.of("a", 1, other, 2)))
                .isEqualTo(
                        "a value of class 'ImmutableCollections.MapN': two of its keys are equal once they are copied;"
                                + " use a list of entries");
        assertThat(refusal(Set.of("a", other)))
                .isEqualTo("a value of class 'ImmutableCollections.Set12': two of its elements are equal once they are"
                        + " copied; use a list");
    }

    @Test
    void failureOfAConstructorOfTheContract_isThrown() {
        assertThatThrownBy(() -> copies.copy(new Picky(new AtomicInteger())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("made twice");
    }

    private String refusal(Object value) {
        Throwable thrown = catchThrowable(() -> copies.copy(value));
        assertThat(thrown).isInstanceOf(Uncopyable.class);
        return String.valueOf(thrown.getMessage());
    }
}
