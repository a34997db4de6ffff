package dev.layers.docs.model;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Provides;
import java.util.List;
import java.util.Optional;

/**
 * A module as its pages show it: sorted, and the same on every JDK.
 *
 * @param descriptor the one in the artifact, or the one that the JDK makes up for an automatic module
 * @param content what its classes say
 */
public record DocumentedModule(ModuleDescriptor descriptor, ModuleContent content) {
    public String name() {
        return descriptor.name();
    }

    public Optional<String> version() {
        return descriptor.rawVersion();
    }

    public Optional<String> mainClass() {
        return descriptor.mainClass();
    }

    public String kind() {
        if (descriptor.isAutomatic()) {
            return "automatic";
        }
        return descriptor.isOpen() ? "open" : "normal";
    }

    public List<Requirement> requires() {
        return descriptor.requires().stream()
                .sorted()
                .map(Requirement::of)
                .filter(requirement -> !requirement.isImplied())
                .toList();
    }

    public List<Grant> exports() {
        if (descriptor.isAutomatic()) {
            return Grant.toEveryModule(descriptor.packages());
        }
        return descriptor.exports().stream()
                .sorted()
                .map(DocumentedModule::grant)
                .toList();
    }

    public List<Grant> opens() {
        if (descriptor.isAutomatic() || descriptor.isOpen()) {
            return Grant.toEveryModule(descriptor.packages());
        }
        return descriptor.opens().stream().sorted().map(DocumentedModule::grant).toList();
    }

    public List<String> uses() {
        return descriptor.uses().stream().sorted().toList();
    }

    public List<Provides> provides() {
        return descriptor.provides().stream().sorted().toList();
    }

    private static Grant grant(Exports exports) {
        return Grant.of(exports.source(), exports.targets());
    }

    private static Grant grant(Opens opens) {
        return Grant.of(opens.source(), opens.targets());
    }
}
