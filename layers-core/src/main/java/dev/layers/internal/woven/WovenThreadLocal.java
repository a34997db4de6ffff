package dev.layers.internal.woven;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread-local whose values can be taken back: a thread's own map leads to a cell alone.
 *
 * @param <T> what the values are
 */
public class WovenThreadLocal<T extends @Nullable Object> extends ThreadLocal<T> {
    private final ThreadCells cells = new ThreadCells(new ThreadLocal<>(), ThreadCells.ownerOf(getClass()));

    /** Creates one of the generation that asks for it. */
    public WovenThreadLocal() {}

    /** Stands for the method of the JDK. */
    public static <S> ThreadLocal<S> withInitial(Supplier<? extends S> supplier) {
        return new Supplied<>(Objects.requireNonNull(supplier));
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // a content is what was set, which may be null
    public T get() {
        Cell cell = cells.current();
        if (cell != null) {
            Object content = cell.content();
            if (content != cell) {
                return (T) content;
            }
        }
        return begin();
    }

    @Override
    public void set(T value) {
        cells.fill(value);
    }

    @Override
    public void remove() {
        cells.empty();
    }

    private T begin() {
        T value = initialValue();
        cells.fill(value);
        return value;
    }

    /** One that asks code of the module for first values. */
    private static final class Supplied<S> extends WovenThreadLocal<S> {
        private final Supplier<? extends S> supplier;

        Supplied(Supplier<? extends S> supplier) {
            this.supplier = supplier;
        }

        @Override
        protected S initialValue() {
            return supplier.get();
        }
    }
}
