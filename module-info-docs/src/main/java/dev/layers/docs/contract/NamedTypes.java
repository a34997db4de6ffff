package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.TypeParameter;
import dev.layers.docs.model.TypeUse;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every type that a use of a type names: itself, its arguments and bounds, and what sealed ones permit. */
final class NamedTypes {
    private final ContractTypes types;
    private final List<TypeParameter> variables;
    private final Set<String> found = new TreeSet<>();
    private final Set<String> entered = new HashSet<>();

    NamedTypes(ContractTypes types, List<TypeParameter> variables) {
        this.types = types;
        this.variables = variables;
    }

    Set<String> in(TypeUse use) {
        add(use);
        return found;
    }

    private void add(TypeUse use) {
        if (use instanceof TypeUse.Named named) {
            addName(named.name());
            add(named.arguments());
        } else if (use instanceof TypeUse.Array array) {
            add(array.component());
        } else if (use instanceof TypeUse.Wildcard wildcard) {
            add(wildcard.upper());
            add(wildcard.lower());
        } else if (use instanceof TypeUse.Variable variable && entered.add(variable.name())) {
            variables.stream()
                    .filter(parameter -> parameter.name().equals(variable.name()))
                    .findFirst()
                    .ifPresent(parameter -> add(parameter.bounds()));
        }
    }

    private void add(Collection<TypeUse> uses) {
        uses.forEach(this::add);
    }

    private void addName(String name) {
        if (found.add(name)) {
            types.find(name).map(DocumentedType::permitted).ifPresent(permitted -> permitted.forEach(this::addName));
        }
    }
}
