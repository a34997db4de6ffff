package dev.layers.internal.layer;

import java.lang.module.ModuleDescriptor;

/**
 * A module that the application was started with, on its module path or on its class path.
 *
 * @param descriptor its descriptor; of a plain artifact on the class path one that says its name and version alone
 * @param location where its classes are, as text
 * @param source how its classes and providers are reached
 */
public record LinkedModule(ModuleDescriptor descriptor, String location, LinkedSource source) {
    /** Returns the name in its descriptor, or the one that the JDK would give its jar. */
    public String name() {
        return descriptor.name();
    }

    /** Returns its code for one more generation, whose classes are those of every other. */
    public ModuleCode code(int generation) {
        return new LinkedCode(name() + "#" + generation, source);
    }
}
