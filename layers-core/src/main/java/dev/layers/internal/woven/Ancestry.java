package dev.layers.internal.woven;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a class loader stands on: itself, its parent, and so on. */
public final class Ancestry {
    /** Loaders that a module makes stand on its own; longer chains are nobody's. */
    private static final int LONGEST = 50;

    private Ancestry() {}

    /** Returns the nearest that {@code wanted} is true of, {@code loader} first; null if there is none. */
    public static @Nullable ClassLoader find(@Nullable ClassLoader loader, Predicate<ClassLoader> wanted) {
        ClassLoader ancestor = loader;
        for (int step = 0; ancestor != null && step < LONGEST; step++) {
            if (wanted.test(ancestor)) {
                return ancestor;
            }
            ancestor = ancestor.getParent();
        }
        return null;
    }

    /** Returns whether {@code type} is of a module of some generation, or of a loader that stands on one. */
    public static boolean isOfSomeModule(Class<?> type) {
        return Belongings.of(type) != null;
    }
}
