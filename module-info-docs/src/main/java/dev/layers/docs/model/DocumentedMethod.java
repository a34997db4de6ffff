package dev.layers.docs.model;

import java.util.List;
import java.util.Optional;

/**
 * A method or constructor as a page shows it.
 *
 * @param name {@code <init>} for a constructor
 * @param descriptor of the class file, which tells overloads apart
 * @param annotations the binary names of those in the class file, sorted
 * @param summary the first sentence of its Javadoc, where a sources jar has it
 */
public record DocumentedMethod(
        String name,
        String descriptor,
        List<Trait> traits,
        List<TypeParameter> typeParameters,
        TypeUse result,
        List<NamedUse> parameters,
        List<TypeUse> exceptions,
        List<String> annotations,
        Optional<String> summary) {
    private static final String CONSTRUCTOR = "<init>";

    public boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }
}
