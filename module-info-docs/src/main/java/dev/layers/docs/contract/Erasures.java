package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.NamedUse;
import dev.layers.docs.model.TypeParameter;
import dev.layers.docs.model.TypeUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What byte code knows of types, seen from below the type that names them.
 *
 * @param variables those of the type
 * @param given what stands for them below, by name
 */
record Erasures(List<TypeParameter> variables, Map<String, TypeUse> given) {
    private static final String OBJECT = "java.lang.Object";

    /** Returns what stands for the variables of a supertype. */
    Map<String, TypeUse> given(List<TypeParameter> parameters, List<TypeUse> arguments) {
        Map<String, TypeUse> standing = new HashMap<>();
        for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
            standing.put(parameters.get(i).name(), stands(arguments.get(i)));
        }
        return standing;
    }

    private TypeUse stands(TypeUse argument) {
        if (argument instanceof TypeUse.Array array) {
            return new TypeUse.Array(stands(array.component()));
        }
        return argument instanceof TypeUse.Variable variable
                ? new TypeUse.Named(of(variable, variables), List.of())
                : argument;
    }

    /** Returns the name of a method and its parameters. */
    String of(DocumentedMethod method) {
        List<TypeParameter> all = Stream.concat(method.typeParameters().stream(), variables.stream())
                .toList();
        return method.parameters().stream()
                .map(NamedUse::type)
                .map(type -> of(type, all))
                .collect(Collectors.joining(", ", method.name() + "(", ")"));
    }

    private String of(TypeUse type, List<TypeParameter> declared) {
        if (type instanceof TypeUse.Named named) {
            return named.name();
        }
        if (type instanceof TypeUse.Array array) {
            return of(array.component(), declared) + "[]";
        }
        if (type instanceof TypeUse.Variable variable) {
            TypeUse standing = given.get(variable.name());
            return standing == null
                    ? Bounds.of(variable, declared)
                            .map(bound -> of(bound, Bounds.around(variable, declared)))
                            .orElse(OBJECT)
                    : of(standing, declared);
        }
        return type instanceof TypeUse.Primitive primitive ? primitive.name() : OBJECT;
    }
}
