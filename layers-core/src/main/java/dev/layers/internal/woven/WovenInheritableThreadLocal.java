package dev.layers.internal.woven;

import org.jspecify.annotations.Nullable;

/**
 * An inheritable thread-local whose values can be taken back: a thread's own map leads to a cell alone.
 *
 * @param <T> what the values are
 */
public class WovenInheritableThreadLocal<T extends @Nullable Object> extends InheritableThreadLocal<T> {
    private final ThreadCells cells = new ThreadCells(new Inherited(), ThreadCells.ownerOf(getClass()));

    /** Creates one of the generation that asks for it. */
    public WovenInheritableThreadLocal() {}

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

    @SuppressWarnings("unchecked")
    private Cell childOf(Cell parent) {
        // the child has not begun, and nothing tells which thread it is
        Cell child = cells.create(null);
        Object content = parent.content();
        if (content != parent) {
            child.fill(childValue((T) content));
        }
        return child;
    }

    /** What threads hold; its cells pass to their children. */
    private final class Inherited extends InheritableThreadLocal<@Nullable Cell> {
        @Override
        protected @Nullable Cell childValue(@Nullable Cell parent) {
            return parent == null ? null : childOf(parent);
        }
    }
}
