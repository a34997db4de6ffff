package dev.layers.docs.model;

import java.util.List;
import java.util.Optional;

/**
 * A type as a page shows it. What its kind implies is left out: that a record is final, what the compiler adds to records
 * and enums ({@code values()}, accessors, the canonical constructor).
 *
 * @param name the binary name
 * @param supertypes the superclass, where it says something ({@code Object}, {@code Enum} and {@code Record} do not), and
 *     then the interfaces
 * @param permitted the binary names of the subtypes that a sealed type permits, sorted; none otherwise
 * @param components those of a record, in order; none otherwise
 * @param fields the public and protected ones that it declares: constants of an enum in order, then the others by name
 * @param state of a class the fields that its objects have, whoever may use them, by name; none otherwise
 * @param methods the public and protected ones that it declares, constructors among them, by name and descriptor
 * @param annotations the binary names of those in the class file, sorted
 * @param summary the first sentence of its Javadoc, where a sources jar has it
 */
public record DocumentedType(
        String name,
        TypeKind kind,
        List<Trait> traits,
        List<TypeParameter> parameters,
        List<TypeUse> supertypes,
        List<String> permitted,
        List<NamedUse> components,
        List<DocumentedField> fields,
        List<DocumentedField> state,
        List<DocumentedMethod> methods,
        List<String> annotations,
        Optional<String> summary) {
    /** Makes one whose objects have no fields. */
    public DocumentedType(
            String name,
            TypeKind kind,
            List<Trait> traits,
            List<TypeParameter> parameters,
            List<TypeUse> supertypes,
            List<String> permitted,
            List<NamedUse> components,
            List<DocumentedField> fields,
            List<DocumentedMethod> methods,
            List<String> annotations,
            Optional<String> summary) {
        this(
                name,
                kind,
                traits,
                parameters,
                supertypes,
                permitted,
                components,
                fields,
                List.of(),
                methods,
                annotations,
                summary);
    }

    /** Returns the package, empty for the unnamed one. */
    public String packageName() {
        return packageOf(name);
    }

    /** Returns the package of a type by its binary name, or an empty text for the unnamed one. */
    public static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    /** Returns whether one may use it who sees its package: it, and every type around it, is public or protected. */
    public boolean isPublic() {
        return traits.contains(Trait.PUBLIC) || traits.contains(Trait.PROTECTED);
    }
}
