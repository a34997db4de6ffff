package dev.layers.docs.read;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleContent;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.net.URI;

/**
 * A module that was found.
 *
 * @param place where, in the words of the person who named it
 */
record Found(String place, ModuleReference reference) {
    ModuleDescriptor descriptor() {
        return reference.descriptor();
    }

    /** Returns what its descriptor says of it, without a look at its classes. */
    DocumentedModule described() {
        return new DocumentedModule(descriptor(), ModuleContent.unknown());
    }

    /** Returns whether it is a part of the running image, of which no harm is to be feared. */
    boolean isOfImage() {
        return reference.location().map(URI::getScheme).filter("jrt"::equals).isPresent();
    }

    String name() {
        return descriptor().name();
    }
}
