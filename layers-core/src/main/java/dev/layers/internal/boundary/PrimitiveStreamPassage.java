package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Takes streams of numbers over as {@link StreamPassage} does. */
final class PrimitiveStreamPassage extends ContainerPassage {
    private final StreamPassage boxed = new StreamPassage(Passage.AS_IS);

    @Override
    Object convert(Object value, Direction way) {
        if (value instanceof IntStream ints) {
            return boxed.stream(ints.boxed(), way, "IntStream").mapToInt(Integer.class::cast);
        }
        if (value instanceof LongStream longs) {
            return boxed.stream(longs.boxed(), way, "LongStream").mapToLong(Long.class::cast);
        }
        return boxed.stream(((DoubleStream) value).boxed(), way, "DoubleStream").mapToDouble(Double.class::cast);
    }
}
