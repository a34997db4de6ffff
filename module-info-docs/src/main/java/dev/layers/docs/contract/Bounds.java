package dev.layers.docs.contract;

import dev.layers.docs.model.TypeParameter;
import dev.layers.docs.model.TypeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands for type variables. */
final class Bounds {
    private Bounds() {}

    /** Returns the first bound of a variable; none where that is {@code Object}. */
    static Optional<TypeUse> of(TypeUse.Variable variable, List<TypeParameter> declared) {
        return declared.stream()
                .filter(parameter -> parameter.name().equals(variable.name()))
                .flatMap(parameter -> parameter.bounds().stream())
                .findFirst();
    }

    /**
     * Returns those that a bound of the variable may name: another variable that is called as this one, which hides it, but
     * not this one again.
     */
    static List<TypeParameter> around(TypeUse.Variable variable, List<TypeParameter> declared) {
        for (int index = 0; index < declared.size(); index++) {
            if (declared.get(index).name().equals(variable.name())) {
                List<TypeParameter> around = new ArrayList<>(declared);
                around.remove(index);
                return around;
            }
        }
        return declared;
    }
}
