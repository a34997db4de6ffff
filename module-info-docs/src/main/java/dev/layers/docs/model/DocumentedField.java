package dev.layers.docs.model;

import java.util.List;
import java.util.Optional;

/**
 * A field as a page shows it.
 *
 * @param descriptor of the class file
 * @param traits with {@link Trait#CONSTANT} for a constant of an enum
 * @param summary the first sentence of its Javadoc, where a sources jar has it
 */
public record DocumentedField(
        String name, String descriptor, List<Trait> traits, TypeUse type, Optional<String> summary) {}
