package dev.layers.internal.woven;

import org.jspecify.annotations.Nullable;

/** The cells of one thread-local, one for each thread that has used it; without an owner nobody else empties them. */
final class ThreadCells {
    private final ThreadLocal<@Nullable Cell> local;
    private final @Nullable Cells owner;

    ThreadCells(ThreadLocal<@Nullable Cell> local, @Nullable Cells owner) {
        this.local = local;
        this.owner = owner;
    }

    /** Returns the cells of the generation that {@code type} is of, else of the one that is running. */
    static @Nullable Cells ownerOf(Class<?> type) {
        Belongings own = Belongings.of(type);
        return own == null ? Belongings.current().map(Belongings::cells).orElse(null) : own.cells();
    }

    /** Returns the cell of the current thread. */
    @Nullable
    Cell current() {
        return local.get();
    }

    void fill(@Nullable Object value) {
        Cell cell = local.get();
        if (cell == null) {
            cell = create(Thread.currentThread());
            local.set(cell);
        }
        cell.fill(value);
    }

    /** The emptied cell stays: a thread that sets and removes by turns would leave many for the collector. */
    void empty() {
        Cell cell = local.get();
        if (cell != null) {
            cell.empty();
        }
    }

    /** Returns an empty cell. */
    Cell create(@Nullable Thread thread) {
        Cell cell = new Cell(thread);
        if (owner != null) {
            owner.add(cell);
        }
        return cell;
    }
}
