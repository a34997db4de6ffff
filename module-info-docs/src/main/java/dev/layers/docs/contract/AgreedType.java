package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.DocumentedType;
import java.util.List;

/**
 * An interface or record that crosses, with how everything crosses that it names.
 *
 * @param methods of an interface, its own and inherited ones, by name; those that it has from the JDK are not among them
 * @param components of a record, in order
 * @param beyond the interfaces that it extends and whose methods are left out, those of the JDK, by name
 * @param problems what of it cannot cross: sentences
 */
public record AgreedType(
        DocumentedType type,
        List<Method> methods,
        List<Component> components,
        List<String> beyond,
        List<String> problems) {
    /**
     * A method through which values cross.
     *
     * @param declaring the name of the type that declares it
     */
    public record Method(String declaring, DocumentedMethod method, List<Crossing> parameters, Crossing result) {}

    /** A component of a record. */
    public record Component(String name, Crossing crossing) {}
}
