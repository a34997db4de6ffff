package dev.layers.internal.woven;

import java.lang.ref.Cleaner;
import java.util.Objects;

/** What stands for {@code Cleaner.register}. */
public final class Cleaners {
    private Cleaners() {}

    /** Stands for the method of the JDK. */
    public static Cleaner.Cleanable register(Cleaner cleaner, Object object, Runnable action) {
        Objects.requireNonNull(object, "obj");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(cleaner, "cleaner");
        return Belongings.current()
                .map(owner -> owner.cleanings().register(cleaner, object, action))
                .orElseGet(() -> cleaner.register(object, action));
    }
}
