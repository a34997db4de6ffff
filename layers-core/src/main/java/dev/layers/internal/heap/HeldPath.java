package dev.layers.internal.heap;

import java.util.List;
import java.util.Objects;

/**
 * One way from a root to what was sought.
 *
 * @param root where it starts
 * @param steps the objects on the way, the root's own first, what was sought last; of long ones the {@link #HEAD} first
 *     and the {@link #TAIL} last ones
 * @param omitted how many steps were left out, after the {@link #HEAD} first ones
 * @param others other ways to the last object of the application on this one, where they end: it is held even if this way
 *     is cut before that object; some of them at most
 */
public record HeldPath(HeapRoot root, List<HeapStep> steps, int omitted, List<HeldPath> others) {
    /** How many steps are told at the start of a long path. */
    public static final int HEAD = 12;
    /** How many steps are told at the end of a long path. */
    public static final int TAIL = 12;

    /** Checks the components. */
    public HeldPath {
        Objects.requireNonNull(root, "root");
        steps = List.copyOf(steps);
        others = List.copyOf(others);
    }

    /** Creates a path whose objects are reached in no other way. */
    public HeldPath(HeapRoot root, List<HeapStep> steps, int omitted) {
        this(root, steps, omitted, List.of());
    }

    static int omitted(int length) {
        return length <= HEAD + TAIL + 1 ? 0 : length - HEAD - TAIL;
    }
}
