package dev.layers.internal.woven;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What modules have set defaults of the JVM to, and what was there below.
 *
 * <p>Each default has its settings one above the other. One that leaves from the top brings back what is below; one that
 * leaves from the middle hands that to the one above, which so never brings back something of a module that is gone. Defaults
 * belong to the JVM, so the managers in it share one of these; it holds nothing of a module but weakly.
 */
public final class Defaults {
    private static final Defaults OF_THIS_JVM = new Defaults();

    /** Guarded by this, under which no code but our own runs: places may be others' code. */
    private final Map<Default, List<Setting>> settings = new HashMap<>();

    Defaults() {}

    /** Returns those that all managers share. */
    public static Defaults ofThisJvm() {
        return OF_THIS_JVM;
    }

    /** Returns what is to come back in the place of {@code value}, if that is what a module has set a default to. */
    public synchronized Optional<Supplier<@Nullable Object>> setting(@Nullable Object value) {
        return settings.values().stream()
                .flatMap(Collection::stream)
                .filter(setting -> !setting.isGone() && setting.isValue(value))
                .findFirst()
                .map(this::resolved);
    }

    private Supplier<@Nullable Object> resolved(Setting setting) {
        return () -> {
            synchronized (this) {
                return setting.get();
            }
        };
    }

    /** Sets it for {@code owner}, and returns what came of it: the owner is to hold what it is now. */
    Default.Change set(Default place, Belongings owner, @Nullable Object value) {
        Default.Change change = place.change(value);
        add(place, owner, change);
        return change;
    }

    @SuppressWarnings("ReferenceEquality") // what was set back by its owner is the object itself
    private synchronized void add(Default place, Belongings owner, Default.Change change) {
        List<Setting> stack = settings.computeIfAbsent(place, none -> new ArrayList<>());
        Setting own = find(stack, owner);
        // set twice in a row, it is above the same as before
        Object below =
                own != null && own.isValue(change.before()) ? own.ground() : lowest(stack, owner, change.before());
        takeOut(place, own);
        Setting next = new Setting(owner, change.after(), below);
        if (next.below() != change.after()) {
            settings.computeIfAbsent(place, none -> stack).add(next);
        } else if (stack.isEmpty()) {
            settings.remove(place);
        }
    }

    /** Returns the setting of another that {@code value} is, or else the value itself. */
    private static @Nullable Object lowest(List<Setting> stack, Belongings owner, @Nullable Object value) {
        return stack.stream()
                .filter(setting -> !setting.isGone() && !setting.isOf(owner) && setting.isValue(value))
                .<@Nullable Object>map(setting -> setting)
                .findFirst()
                .orElse(value);
    }

    /**
     * Takes what {@code owner} has set, {@code value}, back, if it is still there; returns whether the default was changed.
     *
     * <p>Others may leave at the same time: what lay below may go then, and ours may come back.
     */
    @SuppressWarnings("ReferenceEquality") // it is the object itself that lies below
    boolean restore(Default place, Belongings owner, @Nullable Object value) {
        Setting own = find(place, owner);
        if (own == null) {
            return false;
        }
        Object below = below(own);
        boolean isRestored = place.replace(value, below);
        forget(place, owner);
        Object last = below(own);
        if (!isRestored) {
            return place.replace(value, last);
        }
        if (below != last) {
            place.replace(below, last);
        }
        return true;
    }

    /** Lets go of what {@code owner} has set. */
    synchronized void forget(Default place, Belongings owner) {
        takeOut(place, find(place, owner));
    }

    /** Returns whether nothing is set. */
    synchronized boolean isEmpty() {
        return settings.isEmpty();
    }

    private synchronized @Nullable Object below(Setting setting) {
        return setting.below();
    }

    private synchronized @Nullable Setting find(Default place, Belongings owner) {
        return find(settings.getOrDefault(place, List.of()), owner);
    }

    private static @Nullable Setting find(List<Setting> stack, Belongings owner) {
        return stack.stream().filter(setting -> setting.isOf(owner)).findFirst().orElse(null);
    }

    private void takeOut(Default place, @Nullable Setting own) {
        if (own != null) {
            own.leave();
        }
        List<Setting> stack = settings.getOrDefault(place, new ArrayList<>());
        stack.forEach(Setting::settle);
        stack.removeIf(Setting::isGone);
        if (stack.isEmpty()) {
            settings.remove(place);
        }
    }
}
