package dev.layers.internal.residue;

import dev.layers.internal.woven.Ancestry;
import dev.layers.internal.woven.Defaults;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One default of the JVM, and what it was at some time.
 *
 * @param <T> its type
 */
final class EarlierDefault<T> {
    private final DefaultPlace<T> place;
    private final Supplier<? extends @Nullable T> before;

    private EarlierDefault(DefaultPlace<T> place, Supplier<? extends @Nullable T> before) {
        this.place = place;
        this.before = before;
    }

    /** Takes note of what it is now; where that is another module's, or gone, {@code otherwise} says what comes back. */
    static <T> EarlierDefault<T> read(DefaultPlace<T> place, Supplier<? extends @Nullable T> otherwise) {
        T now = place.value().get();
        if (now == null) {
            return new EarlierDefault<>(place, () -> null);
        }
        return new EarlierDefault<>(
                place,
                EarlierDefault.<T>seen(now)
                        .orElseGet(() -> found(Ancestry.isOfSomeModule(now.getClass()) ? null : now, otherwise)));
    }

    /** What a module was seen to set is left to its end. */
    @SuppressWarnings("unchecked") // settings of one default are of one type
    private static <T> Optional<Supplier<? extends @Nullable T>> seen(T now) {
        return Defaults.ofThisJvm().setting(now).map(below -> () -> (T) below.get());
    }

    /** Whose it is nobody knows: a stream of the JDK may lead to a module. */
    private static <T> Supplier<? extends @Nullable T> found(
            @Nullable T now, Supplier<? extends @Nullable T> otherwise) {
        Reference<@Nullable T> trace = new WeakReference<>(now);
        return () -> {
            T found = trace.get();
            return found == null ? otherwise.get() : found;
        };
    }

    /** Does not look, which would cost something; {@code otherwise} says what it is set back to. */
    static <T> EarlierDefault<T> unread(DefaultPlace<T> place, Supplier<? extends @Nullable T> otherwise) {
        return new EarlierDefault<>(place, otherwise);
    }

    boolean isOf(Owner owner) {
        return owner.hasSeen(place.type()) && owner.owns(place.value().get());
    }

    /** Sets it back if it is the module's. */
    void restore(Owner owner, Residue residue) {
        T now = owner.hasSeen(place.type()) ? place.value().get() : null;
        if (now != null && owner.owns(now)) {
            residue.undo(
                    place.name() + " (" + now.getClass().getName() + ")",
                    "reset",
                    () -> place.change().accept(before.get()));
        }
    }
}
