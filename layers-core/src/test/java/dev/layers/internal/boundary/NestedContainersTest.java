package dev.layers.internal.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.ChatContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NestedContainersTest {
    private static final String TOO_DEEP =
            "More than 200 containers and records within each other cannot cross, as when"
                    + " one contains itself; pass the parts one by one";

    private final Customs customs = new Customs();
    private final Border border = customs.border("chat#1");

    @Test
    void containersWithinEachOther_crossEach() {
        StringBuffer text = new StringBuffer("a");
        Object value = List.of(text, Map.of("b", Set.of("c")), Optional.of(new ArrayDeque<>(List.of("d"))));

        assertThat(pass(value)).isEqualTo(List.of(text, Map.of("b", Set.of("c")), Optional.of(List.of("d"))));
    }

    @Test
    void lazyContainers_crossByWhatTheyAre() {
        assertThat(((CompletableFuture<?>) pass(CompletableFuture.completedStage(new ArrayDeque<>(List.of("a")))))
                        .join())
                .isEqualTo(List.of("a"));
        assertThat(((Stream<?>) pass(Stream.of("a", List.of("b")))).toList()).isEqualTo(List.of("a", List.of("b")));
        assertThat(((IntStream) pass(IntStream.of(1))).toArray()).containsExactly(1);
        assertThat(((LongStream) pass(LongStream.of(1))).toArray()).containsExactly(1L);
        assertThat(((DoubleStream) pass(DoubleStream.of(1))).toArray()).containsExactly(1.0);
        assertThat(pass(new ByteArrayInputStream(new byte[] {1})))
                .isInstanceOf(InputStream.class)
                .isNotInstanceOf(ByteArrayInputStream.class);
        assertThat(pass(new ByteArrayOutputStream()))
                .isInstanceOf(OutputStream.class)
                .isNotInstanceOf(ByteArrayOutputStream.class);
    }

    static List<Object> endless() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        list.add(list);
        Map<String, Object> map = new HashMap<>();
        map.put("a", map);
        Object[] array = new Object[1];
        array[0] = array;
        List<Object> ofRecords = new ArrayList<>();
        ofRecords.add(new ChatContract.Order("a", List.of(), ofRecords));
        return List.of(list, map, array, ofRecords, inventing());
    }

    @ParameterizedTest
    @MethodSource
    void endless(Object value) {
        assertThatThrownBy(() -> pass(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(TOO_DEEP);
        assertThat(pass(List.of("a"))).isEqualTo(List.of("a"));
    }

    @Test
    void recordThatContainsItself_isRefused() {
        List<ChatContract.Node> nodes = new ArrayList<>();
        nodes.add(new ChatContract.Node(nodes, "a"));

        assertThatThrownBy(() -> pass(nodes.get(0))).hasMessage(TOO_DEEP);
    }

    @Test
    void stageThatContainsItself_failsOutside() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        stage.complete(List.of(stage));

        Object crossed = pass(stage);
        for (int level = 0; level < 99; level++) {
            crossed = ((List<?>) ((CompletableFuture<?>) crossed).join()).get(0);
        }

        CompletableFuture<?> last = (CompletableFuture<?>) crossed;
        assertThatThrownBy(last::join).hasMessageContaining("copy of " + TOO_DEEP);
    }

    @Test
    void twoHundredLists_cross() {
        assertThat(pass(nested(200))).isEqualTo(nested(200));
        assertThatThrownBy(() -> pass(nested(201))).hasMessage(TOO_DEEP);
    }

    private static Object nested(int levels) {
        Object nested = "a";
        for (int level = 0; level < levels; level++) {
            nested = List.of(nested);
        }
        return nested;
    }

    private static List<Object> inventing() {
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                return inventing();
            }

            @Override
            public int size() {
                return 1;
            }
        };
    }

    private Object pass(Object value) {
        return Objects.requireNonNull(customs.pass("object", value, border.outward()));
    }
}
