package dev.layers.internal.woven;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one generation has set a default to, above what was there; tells what is to come back in its place.
 *
 * <p>The value is the generation's and held weakly. What was there below is another's setting, or nobody's that we know.
 */
final class Setting implements Supplier<@Nullable Object> {
    private final Reference<Belongings> owner;
    /** This itself stands for null. */
    private final Reference<Object> value;
    /** Guarded by the defaults it is of, like the flag. */
    private @Nullable Object below;

    private boolean isGone;

    Setting(Belongings owner, @Nullable Object value, @Nullable Object below) {
        this.owner = new WeakReference<>(owner);
        this.value = new WeakReference<>(value == null ? this : value);
        this.below = below;
    }

    boolean isOf(Belongings other) {
        return owner.refersTo(other);
    }

    boolean isValue(@Nullable Object other) {
        return value.refersTo(other == null ? this : other);
    }

    /** Ends it, and what lies above comes to lie on what was below. */
    void leave() {
        isGone = true;
        value.clear();
    }

    boolean isGone() {
        return isGone || owner.refersTo(null);
    }

    /** Skips what is gone below. */
    void settle() {
        while (below instanceof Setting lower && lower.isGone()) {
            below = lower.below;
        }
    }

    /** Returns what lies below now. */
    @Nullable
    Object below() {
        settle();
        return below instanceof Setting lower ? lower.get() : below;
    }

    /** Returns what is below, be it a setting. */
    @Nullable
    Object ground() {
        return below;
    }

    /** Returns the value, or what lies below if that is gone. */
    @Override
    @SuppressWarnings("ReferenceEquality") // this stands for null
    public @Nullable Object get() {
        Object held = isGone() ? null : value.get();
        if (held == null) {
            return below();
        }
        return held == this ? null : held;
    }
}
