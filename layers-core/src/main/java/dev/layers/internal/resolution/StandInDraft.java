package dev.layers.internal.resolution;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.util.Set;
import java.util.TreeSet;

/** The descriptor of a stand-in while it is put together: open, and all packages are exported. */
final class StandInDraft {
    private final OwnModule module;
    private final ModuleDescriptor.Builder builder;
    private final Set<String> required = new TreeSet<>(Set.of("java.base"));
    private final Set<String> used = new TreeSet<>();

    StandInDraft(OwnModule module) {
        this.module = module;
        ModuleDescriptor automatic = module.descriptor();
        builder = ModuleDescriptor.newOpenModule(module.name()).packages(module.packages());
        automatic.version().ifPresent(builder::version);
        automatic.mainClass().ifPresent(builder::mainClass);
        module.packages().forEach(builder::exports);
    }

    OwnModule module() {
        return module;
    }

    boolean requires(String name) {
        return required.contains(name);
    }

    /** Adds a module; its own name changes nothing. */
    void require(String name) {
        if (!name.equals(module.name())) {
            required.add(name);
        }
    }

    void provide(Provides provides) {
        builder.provides(provides);
    }

    void use(String service) {
        used.add(service);
    }

    StandIn standIn() {
        required.forEach(builder::requires);
        used.forEach(builder::uses);
        return new StandIn(module.reference(), builder.build());
    }
}
