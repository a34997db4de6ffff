package dev.layers.internal.woven;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets a default back that a generation has set; there is one for each default, which holds what it was set to last. */
final class Restoring implements Undoing {
    private final Default place;
    private final Belongings owner;
    private volatile @Nullable Object value;

    Restoring(Default place, Belongings owner) {
        this.place = place;
        this.owner = owner;
    }

    /** Sets {@code place} for the generation that is running, and remembers to set it back. */
    static void set(Default place, @Nullable Object value) {
        exchange(place, value);
    }

    /** Sets it likewise, and returns what was there. */
    static @Nullable Object exchange(Default place, @Nullable Object value) {
        Belongings owner = Belongings.current().orElse(null);
        if (owner == null) {
            return place.change(value).before();
        }
        Default.Change change = Defaults.ofThisJvm().set(place, owner, value);
        owner.restorings().computeIfAbsent(place, none -> added(place, owner)).value = change.after();
        return change.before();
    }

    private static Restoring added(Default place, Belongings owner) {
        Restoring restoring = new Restoring(place, owner);
        owner.undoings().add(restoring);
        return restoring;
    }

    @Override
    public String what() {
        return place.title();
    }

    @Override
    public String attempt() {
        return "setting " + what() + " back";
    }

    @Override
    public Optional<String> undo() {
        owner.restorings().remove(place);
        return Defaults.ofThisJvm().restore(place, owner, value)
                ? Optional.of(what() + " was set back")
                : Optional.empty();
    }

    @Override
    public void abandon() {
        owner.restorings().remove(place);
        Defaults.ofThisJvm().forget(place, owner);
    }
}
