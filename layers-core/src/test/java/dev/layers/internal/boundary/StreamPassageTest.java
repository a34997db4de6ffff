package dev.layers.internal.boundary;

import static dev.layers.internal.boundary.FakeDirection.UPPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.internal.boundary.FakeDirection.Crossed;
import dev.layers.internal.reference.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class StreamPassageTest {
    private final FakeDirection way = new FakeDirection();
    private final AtomicInteger passed = new AtomicInteger();

    @Test
    void elements_passOneByOneAsTheyAreAskedFor() {
        Stream<?> copy = pass(Stream.iterate("a", text -> text + "a"));

        assertThat(passed).hasValue(0);
        Iterator<?> elements = copy.iterator();
        assertThat(elements.next()).isEqualTo("A");
        assertThat(passed).hasValue(1);
        assertThat(elements.next()).isEqualTo("AA");
        assertThat(passed).hasValue(2);
    }

    @Test
    void endlessStream_canBeCutShort() {
        Stream<?> copy = pass(Stream.generate(() -> "a"));

        assertThat(copy.limit(3).toArray()).containsExactly("A", "A", "A");
        assertThat(passed).hasValue(3);
    }

    @Test
    void nullElements_pass() {
        assertThat(pass(Stream.of("a", null, "b")).toArray()).containsExactly("A", null, "B");
    }

    @Test
    void sourceIsBound_whenTheCopyIsRead() {
        List<String> behind = new ArrayList<>(List.of("a"));

        Stream<?> copy = pass(behind.stream());
        behind.add("b");

        assertThat(copy.toArray()).containsExactly("A", "B");
    }

    @Test
    void parallelSource_isReadByTheReader() {
        List<Thread> threads = new ArrayList<>();
        Stream<String> source = Stream.of("b", "a").parallel().peek(element -> threads.add(Thread.currentThread()));

        Stream<?> copy = pass(source);

        assertThat(copy.isParallel()).isFalse();
        assertThat(copy.toArray()).containsExactly("B", "A");
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void characteristics_areThoseThatStayTrue() {
        Spliterator<?> sorted = pass(new ArrayList<>(List.of("a", "b"))
                        .stream().distinct().sorted(Comparator.reverseOrder()))
                .spliterator();
        Spliterator<?> sized = pass(new ArrayList<>(List.of("a", "b")).stream()).spliterator();

        assertThat(sorted.characteristics()).isEqualTo(Spliterator.ORDERED);
        assertThat(sized.characteristics()).isEqualTo(Spliterator.ORDERED | Spliterator.SIZED);
        assertThat(sized.getExactSizeIfKnown()).isEqualTo(2);
        assertThat(sized.trySplit()).isNull();
        assertThat(sized.tryAdvance(element -> {})).isTrue();
        assertThat(sized.estimateSize()).isEqualTo(1);
    }

    @Test
    void parallelCopy_readsAllElementsOnce() {
        List<String> source =
                IntStream.range(0, 1000).mapToObj(number -> "a" + number).toList();

        List<?> copy = pass(source.stream()).parallel().toList();

        assertThat(copy)
                .isEqualTo(source.stream()
                        .map(element -> element.toUpperCase(Locale.ROOT))
                        .toList());
        assertThat(passed).hasValue(1000);
    }

    @Test
    void closing_closesTheSourceOnceAndForgets() {
        AtomicInteger closed = new AtomicInteger();
        Stream<?> copy = pass(Stream.of("a").onClose(closed::incrementAndGet));
        assertThat(way.left).hasSize(1);

        copy.toArray();
        assertThat(closed).hasValue(0);
        copy.close();
        copy.close();

        assertThat(closed).hasValue(1);
        assertThat(way.left).isEmpty();
    }

    @Test
    void whatTheSourceThrows_isCopied() {
        Stream<String> source = Stream.generate(() -> {
            throw new IllegalStateException("broken");
        });

        assertThatThrownBy(() -> pass(source).toArray())
                .isInstanceOf(Crossed.class)
                .hasMessage("out call java.lang.IllegalStateException: broken");
    }

    @Test
    void whatTheSourceThrowsUndeclared_isCopied() {
        Stream<String> source = Stream.generate(() -> sneaky(new IOException("broken")));

        assertThatThrownBy(() -> pass(source).toArray())
                .isInstanceOf(IOException.class)
                .hasMessage("out call java.io.IOException: broken");
    }

    @Test
    void whatClosingThrows_isCopied() {
        Stream<?> copy = pass(Stream.of("a").onClose(() -> {
            throw new IllegalStateException("broken");
        }));

        assertThatThrownBy(copy::close).hasMessage("out call java.lang.IllegalStateException: broken");
        assertThat(way.left).isEmpty();
    }

    @Test
    void whatTheReaderThrows_isItsOwn() {
        IllegalStateException failure = new IllegalStateException("reader");
        Stream<?> copy = pass(Stream.of("a"));

        assertThatThrownBy(() -> copy.forEach(element -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void reader_isNotSeenBySource() {
        List<Object> seen = new ArrayList<>();
        Spliterator<String> curious = new AbstractSpliterator<>(1, 0) {
            @Override
            public boolean tryAdvance(Consumer<? super String> action) {
                seen.add(action);
                action.accept("a");
                return seen.size() == 1;
            }
        };

        Stream<?> copy = pass(StreamSupport.stream(curious, false));

        assertThat(copy.toArray()).containsExactly("A");
        assertThat(seen)
                .hasSize(2)
                .allSatisfy(consumer -> assertThat(consumer.getClass().getName())
                        .isEqualTo("dev.layers.internal.boundary.StreamSource$Slot"));
    }

    @Test
    void elementThatCannotCross_isRefused() {
        assertThatThrownBy(() -> pass(Stream.of("a", 7)).toArray()).hasMessage("refused the number 7");
    }

    @Test
    void streamThatWasUsed_failsAtOnce() {
        Stream<String> used = Stream.of("a");
        used.toArray();

        assertThatThrownBy(() -> pass(used)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void streamOfAGenerationThatIsGone_saysSo() {
        AtomicInteger closed = new AtomicInteger();
        Stream<?> copy = pass(Stream.of("a").onClose(closed::incrementAndGet));

        way.release();

        assertThatThrownBy(copy::findFirst).isInstanceOf(Crossed.class).hasMessage("unloaded Stream");
        copy.close();
        assertThat(closed).hasValue(0);
    }

    @Test
    void streamInTheMiddle_saysThatItsGenerationIsGone() {
        Iterator<?> elements = pass(Stream.of("a", "b")).iterator();
        assertThat(elements.next()).isEqualTo("A");

        way.release();

        assertThatThrownBy(elements::next).hasMessage("unloaded Stream");
    }

    @Test
    void streamThatCrossesAfterTheGenerationIsGone_saysSo() {
        way.release();

        assertThatThrownBy(() -> pass(Stream.of("a")).toArray()).hasMessage("unloaded Stream");
    }

    @Test
    void closedWay_letsNoElementThrough() {
        Stream<?> copy = pass(Stream.of("a"));

        way.shut();

        assertThatThrownBy(copy::findFirst).hasMessage("unloaded Stream");
    }

    @Test
    void streamsOfNumbers_passLikewise() {
        AtomicInteger closed = new AtomicInteger();
        IntStream ints = (IntStream) pass(IntStream.class, IntStream.iterate(1, number -> number * 2));
        LongStream longs = (LongStream) pass(LongStream.class, LongStream.of(3).onClose(closed::incrementAndGet));
        DoubleStream doubles = (DoubleStream) pass(DoubleStream.class, DoubleStream.of(0.5));

        assertThat(ints.limit(3).toArray()).containsExactly(1, 2, 4);
        longs.close();
        way.release();

        assertThat(closed).hasValue(1);
        assertThatThrownBy(doubles::sum).hasMessage("unloaded DoubleStream");
    }

    private static String sneaky(IOException failure) {
        return StreamPassageTest.<String, RuntimeException>thrown(failure);
    }

    @SuppressWarnings("unchecked")
    private static <R, X extends Throwable> R thrown(Throwable failure) throws X {
        throw (X) failure;
    }

    private Stream<?> pass(Stream<?> source) {
        return (Stream<?>) pass(Stream.class, source);
    }

    private Object pass(Class<?> raw, Object source) {
        Passage counted = (value, direction) -> {
            passed.incrementAndGet();
            return UPPER.pass(value, direction);
        };
        return Containers.of(raw, List.of(counted)).orElseThrow().pass(source, way);
    }
}
