package dev.layers.internal.resolution;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;

/** A plain jar with a descriptor of ours. */
final class StandIn extends ModuleReference {
    private final ModuleReference original;

    StandIn(ModuleReference original, ModuleDescriptor descriptor) {
        super(descriptor, original.location().orElse(null));
        this.original = original;
    }

    @Override
    public ModuleReader open() throws IOException {
        return original.open();
    }
}
