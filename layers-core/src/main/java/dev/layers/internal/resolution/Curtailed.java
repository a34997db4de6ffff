package dev.layers.internal.resolution;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.function.Predicate;

/**
 * A module without some of what it requires optionally.
 *
 * <p>The JDK would let it read private libraries of what it stands on, which are among the modules of its parents.
 */
final class Curtailed extends ModuleReference {
    private final ModuleReference original;

    private Curtailed(ModuleReference original, ModuleDescriptor descriptor) {
        super(descriptor, original.location().orElse(null));
        this.original = original;
    }

    /** Returns {@code original}, or if it requires what is {@code hidden} optionally, one that does not. */
    static ModuleReference of(ModuleReference original, Predicate<String> hidden) {
        for (Requires requires : original.descriptor().requires()) {
            if (isCut(requires, hidden)) {
                return new Curtailed(original, curtailed(original.descriptor(), hidden));
            }
        }
        return original;
    }

    @Override
    public ModuleReader open() throws IOException {
        return original.open();
    }

    private static boolean isCut(Requires requires, Predicate<String> hidden) {
        return requires.modifiers().contains(Requires.Modifier.STATIC) && hidden.test(requires.name());
    }

    private static ModuleDescriptor curtailed(ModuleDescriptor whole, Predicate<String> hidden) {
        ModuleDescriptor.Builder builder =
                ModuleDescriptor.newModule(whole.name(), whole.modifiers()).packages(whole.packages());
        whole.requires().stream().filter(requires -> !isCut(requires, hidden)).forEach(builder::requires);
        whole.exports().forEach(builder::exports);
        whole.opens().forEach(builder::opens);
        whole.uses().forEach(builder::uses);
        whole.provides().forEach(builder::provides);
        whole.version().ifPresent(builder::version);
        whole.mainClass().ifPresent(builder::mainClass);
        return builder.build();
    }
}
