package dev.layers.docs;

import java.lang.module.ModuleDescriptor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The modules that are documented together, sorted by name, and the links between their pages. */
record Documentation(List<DocumentedModule> modules) {
    static Documentation of(Collection<ModuleDescriptor> descriptors) {
        return new Documentation(descriptors.stream()
                .map(DocumentedModule::new)
                .sorted(Comparator.comparing(DocumentedModule::name))
                .toList());
    }

    /** Returns the name of a module, linked to its page if it has one here. */
    String link(String module) {
        String code = Markdown.code(module);
        return documented(module)
                .map(documented -> "[" + code + "](" + documented.pageName() + ")")
                .orElse(code);
    }

    private Optional<DocumentedModule> documented(String module) {
        return modules.stream()
                .filter(documented -> documented.name().equals(module))
                .findFirst();
    }
}
