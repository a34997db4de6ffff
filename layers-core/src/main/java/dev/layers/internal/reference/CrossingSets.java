package dev.layers.internal.reference;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The sets of classes with which the generations of one module take turns, so that a stack tells one generation from
 * another, and a host that keeps an object of each keeps no class of each.
 */
final class CrossingSets {
    /** A call that runs beside three later generations is one that nobody waits for any longer. */
    private static final int FEWEST = 4;

    private final String loaderName;
    private final boolean isSettingContext;
    /** Those that no generation has, the one that was given back last at the end; guarded by this, like all that follows. */
    private final Queue<CrossingClasses> free = new ArrayDeque<>();

    private int made;

    CrossingSets(String loaderName, boolean isSettingContext) {
        this.loaderName = loaderName;
        this.isSettingContext = isSettingContext;
        while (made < FEWEST) {
            free.add(create());
        }
    }

    /** Returns a set that no other generation has. */
    synchronized CrossingClasses take() {
        CrossingClasses set = free.poll();
        return set == null ? create() : set;
    }

    /** Takes {@code set} back from a generation that nobody calls any longer. */
    synchronized void giveBack(CrossingClasses set) {
        free.add(set);
    }

    private CrossingClasses create() {
        return new CrossingClasses(loaderName + " " + made++, isSettingContext);
    }
}
