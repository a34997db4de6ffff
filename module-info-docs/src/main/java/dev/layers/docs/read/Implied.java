package dev.layers.docs.read;

import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.NamedUse;
import dev.layers.docs.model.TypeKind;
import dev.layers.docs.model.TypeUse;
import java.util.List;
import java.util.Set;

/** What the language makes up for records and enums: whoever knows the components and the constants knows it. */
record Implied(TypeKind kind, String type, List<NamedUse> components) {
    private static final Set<String> OF_RECORDS =
            Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;");

    boolean contains(DocumentedMethod method) {
        return switch (kind) {
            case RECORD -> isOfRecord(method);
            case ENUM -> isOfEnum(method);
            default -> false;
        };
    }

    private boolean isOfRecord(DocumentedMethod method) {
        if (method.isConstructor()) {
            return types(method.parameters()).equals(types(components));
        }
        return OF_RECORDS.contains(method.name() + method.descriptor()) || isAccessor(method);
    }

    private boolean isAccessor(DocumentedMethod method) {
        return method.parameters().isEmpty() && components.contains(new NamedUse(method.name(), method.result()));
    }

    private boolean isOfEnum(DocumentedMethod method) {
        TypeUse self = new TypeUse.Named(type, List.of());
        return switch (method.name()) {
            case "values" -> method.result().equals(new TypeUse.Array(self));
            case "valueOf" ->
                method.result().equals(self) && method.parameters().size() == 1;
            default -> false;
        };
    }

    private static List<TypeUse> types(List<NamedUse> uses) {
        return uses.stream().map(NamedUse::type).toList();
    }
}
