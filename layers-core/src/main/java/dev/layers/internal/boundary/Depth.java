package dev.layers.internal.boundary;

import org.jspecify.annotations.Nullable;

/** How many containers and records within each other a thread is taking over; what contains itself would never end. */
final class Depth {
    /** Deep enough for any document, and far from the end of a stack. */
    private static final int MOST = 200;

    /** Without a value for threads that are not inside, so that nothing stays with them. */
    private final ThreadLocal<@Nullable Integer> levels = new ThreadLocal<>();

    /** Goes one level down, which has to {@link #leave()}; throws if that is too deep. */
    void enter(Direction way) {
        Integer outer = levels.get();
        int level = outer == null ? 1 : outer + 1;
        if (level > MOST) {
            throw way.refused(
                    "More than " + MOST + " containers and records within each other cannot cross, as when one"
                            + " contains itself; pass the parts one by one");
        }
        levels.set(level);
    }

    void leave() {
        Integer level = levels.get();
        if (level == null || level == 1) {
            levels.remove();
        } else {
            levels.set(level - 1);
        }
    }
}
