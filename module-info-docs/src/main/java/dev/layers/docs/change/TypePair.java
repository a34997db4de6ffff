package dev.layers.docs.change;

import japicmp.model.JApiClass;
import java.util.Optional;
import java.util.Set;
import javassist.CtClass;
import javassist.Modifier;

/** A type in both releases, with all that is above it. */
record TypePair(Lineage old, Lineage now, Reach reach) {
    static Optional<TypePair> of(JApiClass type, Reach reach) {
        return type.getOldClass()
                .flatMap(old -> type.getNewClass().map(now -> new TypePair(new Lineage(old), new Lineage(now), reach)));
    }

    CtClass oldType() {
        return old.type();
    }

    CtClass newType() {
        return now.type();
    }

    boolean isExtended() {
        return reach.isExtended(oldType());
    }

    /** Returns whether others saw a member that had such modifiers. */
    boolean saw(int modifiers) {
        return reach.sees(oldType(), modifiers);
    }

    /** Returns whether others see a member that has such modifiers now. */
    boolean sees(int modifiers) {
        return Modifier.isPublic(modifiers) || (Modifier.isProtected(modifiers) && Reach.isExtendable(newType()));
    }

    Set<String> newNames() {
        return now.names();
    }
}
