package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedField;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.Trait;
import dev.layers.docs.model.TypeKind;
import dev.layers.docs.model.TypeParameter;
import dev.layers.docs.model.TypeUse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whose values cross as they are: their state can hold no object of a module, whoever made them. */
record PlainTypes(ContractTypes types, JdkTypes jdk) {
    /** Returns whether every value of the declared type of that name is plain. */
    boolean contain(String name) {
        return isPlain(name, new HashSet<>());
    }

    /** Takes every type under way for plain: what holds itself is as plain as the rest of it. */
    private boolean isPlain(String name, Set<String> underWay) {
        if (types.isOfJdk(name)) {
            return jdk.kind(name) == Kind.PLAIN;
        }
        Optional<DocumentedType> type = types.find(name).filter(types::contain);
        if (type.isEmpty()) {
            return false;
        }
        return type.get().kind() == TypeKind.ENUM || !underWay.add(name) || isValue(type.get(), underWay);
    }

    private boolean isValue(DocumentedType type, Set<String> underWay) {
        if (type.kind() == TypeKind.RECORD) {
            return type.components().stream().allMatch(each -> isPlain(each.type(), type.parameters(), underWay));
        }
        return type.kind() == TypeKind.CLASS
                && type.traits().contains(Trait.FINAL)
                && !isActor(type)
                && holdsPlainFields(type, underWay);
    }

    private boolean isPlain(TypeUse use, List<TypeParameter> variables, Set<String> underWay) {
        if (use instanceof TypeUse.Array array) {
            return isPlain(array.component(), variables, underWay);
        }
        if (use instanceof TypeUse.Variable variable) {
            return Bounds.of(variable, variables)
                    .filter(bound -> isPlain(bound, Bounds.around(variable, variables), underWay))
                    .isPresent();
        }
        return use instanceof TypeUse.Named named ? isPlain(named.name(), underWay) : true;
    }

    /** Returns whether calls of its objects have to go through references, lest raw arguments go with them. */
    private boolean isActor(DocumentedType type) {
        return types.isService(type) || ContractTypes.supertypes(type).stream().anyMatch(this::isActor);
    }

    private boolean isActor(String supertype) {
        return types.isOfJdk(supertype)
                ? jdk.is(supertype, JdkTypes.Trait.ACTING)
                : types.find(supertype).filter(this::isActor).isPresent();
    }

    private boolean holdsPlainFields(DocumentedType type, Set<String> underWay) {
        return type.state().stream().allMatch(field -> isFixed(field, type, underWay))
                && ContractTypes.supertypes(type).stream().allMatch(each -> addsPlainFields(each, underWay));
    }

    private boolean addsPlainFields(String supertype, Set<String> underWay) {
        if (types.isOfJdk(supertype)) {
            return jdk.is(supertype, JdkTypes.Trait.STATELESS);
        }
        return types.find(supertype)
                .filter(type -> type.kind() == TypeKind.INTERFACE || holdsPlainFields(type, underWay))
                .isPresent();
    }

    private boolean isFixed(DocumentedField field, DocumentedType type, Set<String> underWay) {
        return field.traits().contains(Trait.FINAL) && isPlain(field.type(), type.parameters(), underWay);
    }
}
