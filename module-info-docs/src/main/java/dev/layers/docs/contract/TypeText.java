package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.NamedUse;
import dev.layers.docs.model.TypeUse;
import java.util.List;
import java.util.stream.Collectors;

/** How types and methods stand in text: those of the JDK by their simple name, all others in full. */
record TypeText(ContractTypes types) {
    private static final TypeUse OBJECT = new TypeUse.Named("java.lang.Object", List.of());

    String of(TypeUse type) {
        if (type instanceof TypeUse.Named named) {
            return of(named.name()) + arguments(named.arguments());
        }
        if (type instanceof TypeUse.Array array) {
            return of(array.component()) + "[]";
        }
        if (type instanceof TypeUse.Wildcard wildcard) {
            return of(wildcard);
        }
        return type instanceof TypeUse.Variable variable ? variable.name() : ((TypeUse.Primitive) type).name();
    }

    String of(String name) {
        return types.isOfJdk(name) ? name.substring(name.lastIndexOf('.') + 1).replace('$', '.') : name;
    }

    /** Returns a method with the types of its parameters. */
    String method(String declaring, DocumentedMethod method) {
        return declaring + "." + method.name()
                + method.parameters().stream()
                        .map(NamedUse::type)
                        .map(this::of)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private String of(TypeUse.Wildcard wildcard) {
        if (!wildcard.lower().isEmpty()) {
            return "? super " + of(wildcard.lower().get(0));
        }
        boolean isOpen = wildcard.upper().isEmpty() || wildcard.upper().contains(OBJECT);
        return isOpen ? "?" : "? extends " + of(wildcard.upper().get(0));
    }

    private String arguments(List<TypeUse> arguments) {
        return arguments.isEmpty() ? "" : arguments.stream().map(this::of).collect(Collectors.joining(", ", "<", ">"));
    }
}
