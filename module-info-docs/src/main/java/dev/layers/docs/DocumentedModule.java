package dev.layers.docs;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Provides;
import java.util.List;
import java.util.Optional;

/** A module as its pages show it: sorted, and the same on every JDK. */
record DocumentedModule(ModuleDescriptor descriptor) {
    String name() {
        return descriptor.name();
    }

    String pageName() {
        return name() + ".md";
    }

    Optional<String> version() {
        return descriptor.rawVersion();
    }

    Optional<String> mainClass() {
        return descriptor.mainClass();
    }

    String kind() {
        if (descriptor.isAutomatic()) {
            return "automatic";
        }
        return descriptor.isOpen() ? "open" : "normal";
    }

    List<Requirement> requires() {
        return descriptor.requires().stream()
                .sorted()
                .map(Requirement::of)
                .filter(requirement -> !requirement.isImplied())
                .toList();
    }

    List<Grant> exports() {
        if (descriptor.isAutomatic()) {
            return Grant.toEveryModule(descriptor.packages());
        }
        return descriptor.exports().stream()
                .sorted()
                .map(DocumentedModule::grant)
                .toList();
    }

    List<Grant> opens() {
        if (descriptor.isAutomatic() || descriptor.isOpen()) {
            return Grant.toEveryModule(descriptor.packages());
        }
        return descriptor.opens().stream().sorted().map(DocumentedModule::grant).toList();
    }

    List<String> uses() {
        return descriptor.uses().stream().sorted().toList();
    }

    List<Provides> provides() {
        return descriptor.provides().stream().sorted().toList();
    }

    private static Grant grant(Exports exports) {
        return Grant.of(exports.source(), exports.targets());
    }

    private static Grant grant(Opens opens) {
        return Grant.of(opens.source(), opens.targets());
    }
}
