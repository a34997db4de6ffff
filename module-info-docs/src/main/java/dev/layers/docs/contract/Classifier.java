package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.Trait;
import dev.layers.docs.model.TypeKind;
import dev.layers.docs.model.TypeUse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds how values of every declared type cross. */
record Classifier(ContractTypes types, JdkTypes jdk) {
    private static final String OBJECT = "java.lang.Object";

    Crossing crossing(TypeUse type) {
        if (type instanceof TypeUse.Named named) {
            return named(named);
        }
        if (type instanceof TypeUse.Array array) {
            return array(array);
        }
        if (type instanceof TypeUse.Wildcard wildcard) {
            return crossing(bound(wildcard));
        }
        return type instanceof TypeUse.Variable variable
                ? Crossing.of(Kind.OPAQUE, variable.name())
                : Crossing.of(Kind.PLAIN, ((TypeUse.Primitive) type).name());
    }

    /** Returns whether the type is a record that has to be taken apart. */
    boolean isTakenApart(DocumentedType type) {
        return type.kind() == TypeKind.RECORD && types.contain(type) && !plain().contain(type.name());
    }

    PlainTypes plain() {
        return new PlainTypes(types, jdk);
    }

    TypeText text() {
        return new TypeText(types);
    }

    private static TypeUse bound(TypeUse.Wildcard wildcard) {
        if (!wildcard.lower().isEmpty()) {
            return wildcard.lower().get(0);
        }
        return wildcard.upper().isEmpty()
                ? new TypeUse.Named(OBJECT, List.of())
                : wildcard.upper().get(0);
    }

    private Crossing array(TypeUse.Array array) {
        Crossing element = crossing(array.component());
        if (!element.isRuled()) {
            return element.of(element.text() + "[]");
        }
        if (isPlainArray(array.component())) {
            return Crossing.of(Kind.PLAIN, element.text() + "[]");
        }
        boolean nested = array.component() instanceof TypeUse.Array;
        return Crossing.of(Kind.CONTAINER, (nested ? element.text() : element.inner()) + "[]");
    }

    /** An array is made again as soon as its elements have type arguments, or are plain by what a sealed type permits. */
    private boolean isPlainArray(TypeUse component) {
        if (component instanceof TypeUse.Array inner) {
            return isPlainArray(inner.component());
        }
        return component instanceof TypeUse.Primitive
                || (component instanceof TypeUse.Named named
                        && named.arguments().isEmpty()
                        && plain().contain(named.name()));
    }

    private Crossing named(TypeUse.Named type) {
        List<Crossing> arguments = type.arguments().stream().map(this::crossing).toList();
        String text = text().of(type.name()) + text(arguments);
        Optional<Crossing> without =
                arguments.stream().filter(argument -> !argument.isRuled()).findFirst();
        if (without.isPresent()) {
            return without.get().of(text);
        }
        if (plain().contain(type.name())) {
            return Crossing.of(Kind.PLAIN, text);
        }
        return types.isOfJdk(type.name()) ? ofJdk(type.name(), text) : ofContract(type.name(), text);
    }

    private Crossing ofJdk(String name, String text) {
        Kind kind = jdk.kind(name);
        if (kind == Kind.NONE) {
            boolean isService = types.find(name).filter(types::isService).isPresent();
            return isService ? Crossing.of(Kind.SERVICE, text) : Crossing.refused(text, jdk.reason(name));
        }
        return Crossing.of(kind, text);
    }

    private Crossing ofContract(String name, String text) {
        if (!types.isGiven(name)) {
            return Crossing.unknown(text);
        }
        Optional<DocumentedType> type = types.find(name).filter(types::isVisible);
        return type.map(visible -> visible(visible, text)).orElseGet(() -> Crossing.refused(text, Refusals.HIDDEN));
    }

    private Crossing visible(DocumentedType type, String text) {
        if (type.kind() == TypeKind.RECORD) {
            return Crossing.of(Kind.RECORD, text);
        }
        if (isThrowable(type.name())) {
            return Crossing.of(Kind.THROWABLE, text);
        }
        if (types.isService(type)) {
            return Crossing.of(Kind.SERVICE, text);
        }
        if (!isClosed(type.name(), new HashSet<>())) {
            return Crossing.refused(text, Refusals.of(type));
        }
        return Crossing.of(isPlainThroughout(type.name(), new HashSet<>()) ? Kind.PLAIN : Kind.RECORD, text);
    }

    private boolean isThrowable(String name) {
        if (types.isOfJdk(name)) {
            return jdk.kind(name) == Kind.THROWABLE;
        }
        return types.find(name)
                .filter(type -> ContractTypes.supertypes(type).stream().anyMatch(this::isThrowable))
                .isPresent();
    }

    /** Returns whether nothing but records and enums of the contract can be of the type. */
    private boolean isClosed(String name, Set<String> underWay) {
        Optional<DocumentedType> found = types.find(name).filter(types::contain);
        if (found.isEmpty()) {
            return false;
        }
        DocumentedType type = found.get();
        if (type.kind() == TypeKind.RECORD || type.kind() == TypeKind.ENUM || !underWay.add(name)) {
            return true;
        }
        return type.kind() == TypeKind.INTERFACE
                && type.traits().contains(Trait.SEALED)
                && type.permitted().stream().allMatch(each -> isClosed(each, underWay));
    }

    private boolean isPlainThroughout(String name, Set<String> underWay) {
        if (!underWay.add(name)) {
            return true;
        }
        Optional<DocumentedType> type = types.find(name).filter(each -> each.kind() == TypeKind.INTERFACE);
        return type.map(each -> each.permitted().stream().allMatch(other -> isPlainThroughout(other, underWay)))
                .orElseGet(() -> plain().contain(name));
    }

    private static String text(List<Crossing> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(Crossing::inner).collect(Collectors.joining(", ", "<", ">"));
    }
}
