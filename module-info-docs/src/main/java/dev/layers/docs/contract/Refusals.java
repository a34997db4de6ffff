package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.Trait;
import dev.layers.docs.model.TypeKind;

/** Says of types of a contract why they have no rule, and what to use. */
final class Refusals {
    static final String HIDDEN = "it is not public in an exported package; make it public and export its package";

    private Refusals() {}

    /** Says why a type that everybody may name has no rule. */
    static String of(DocumentedType type) {
        if (type.traits().contains(Trait.SEALED)) {
            return "it is sealed, and permits others than records and enums; permit only records and enums";
        }
        return type.kind() == TypeKind.ANNOTATION
                ? "it is an annotation; use a record"
                : "it is a class with state; make it a record or an interface";
    }
}
