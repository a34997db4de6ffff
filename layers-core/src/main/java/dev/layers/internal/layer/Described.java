package dev.layers.internal.layer;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.util.Optional;

/** A reference with a descriptor of its own; there is nothing to read. */
final class Described extends ModuleReference {
    Described(Optional<URI> location, ModuleDescriptor descriptor) {
        super(descriptor, location.orElse(null));
    }

    @Override
    public ModuleReader open() {
        throw new UnsupportedOperationException("Module '" + descriptor().name() + "' is read by the host");
    }
}
