package dev.layers.docs;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleContent;
import dev.layers.docs.model.ModuleSet;
import java.lang.module.ModuleDescriptor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Sets of modules of which only descriptors are known. */
public final class Modules {
    private Modules() {}

    public static ModuleSet of(Collection<ModuleDescriptor> descriptors) {
        List<DocumentedModule> modules = descriptors.stream()
                .map(descriptor -> new DocumentedModule(descriptor, ModuleContent.unknown()))
                .sorted(Comparator.comparing(DocumentedModule::name))
                .toList();
        return new ModuleSet(modules, List.of(), List.of());
    }
}
