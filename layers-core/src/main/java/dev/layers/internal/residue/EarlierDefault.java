package dev.layers.internal.residue;

import dev.layers.internal.woven.Ancestry;
import dev.layers.internal.woven.Defaults;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One default of the JVM, and what it was at some time. */
final class EarlierDefault {
    private final DefaultPlace place;
    private final Supplier<? extends @Nullable Object> before;

    private EarlierDefault(DefaultPlace place, Supplier<? extends @Nullable Object> before) {
        this.place = place;
        this.before = before;
    }

    /** Takes note of what it is now; where that is another module's, or gone, the JDK's own comes back. */
    static EarlierDefault read(DefaultPlace place) {
        Object now = place.value();
        if (now == null) {
            return new EarlierDefault(place, () -> null);
        }
        Optional<Supplier<@Nullable Object>> seen = Defaults.ofThisJvm().setting(now);
        // what a module was seen to set is left to its end
        return new EarlierDefault(
                place,
                seen.isPresent() ? seen.get() : found(Ancestry.isOfSomeModule(now.getClass()) ? null : now, place));
    }

    /** Whose it is nobody knows: a stream of the JDK may lead to a module. */
    private static Supplier<? extends @Nullable Object> found(@Nullable Object now, DefaultPlace place) {
        Reference<@Nullable Object> trace = new WeakReference<>(now);
        return () -> {
            Object found = trace.get();
            return found == null ? place.otherwise() : found;
        };
    }

    /** Does not look, which would cost something; it is set back to the JDK's own. */
    static EarlierDefault unread(DefaultPlace place) {
        return new EarlierDefault(place, place::otherwise);
    }

    boolean isOf(Owner owner) {
        return owner.hasSeen(place.type()) && owner.owns(place.value());
    }

    /** Sets it back if it is the module's. */
    void restore(Owner owner, Residue residue) {
        Object now = owner.hasSeen(place.type()) ? place.value() : null;
        if (now != null && owner.owns(now)) {
            residue.undo(
                    place.text() + " (" + now.getClass().getName() + ")", "reset", () -> place.change(before.get()));
        }
    }
}
