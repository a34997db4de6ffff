package dev.layers.docs.model;

import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A module that another one requires, with the version it was compiled against where that is worth a page. */
public record Requirement(String module, List<String> modifiers, Optional<String> version) {
    private static final List<Modifier> WRITTEN = List.of(Modifier.STATIC, Modifier.TRANSITIVE);

    public static Requirement of(Requires requires) {
        Optional<String> version = isOfJdk(requires.name()) ? Optional.empty() : requires.rawCompiledVersion();
        return new Requirement(requires.name(), modifiers(requires), version);
    }

    /** Returns whether every module has this requirement without saying so. */
    public boolean isImplied() {
        return module.equals("java.base") && modifiers.isEmpty();
    }

    private static List<String> modifiers(Requires requires) {
        return WRITTEN.stream()
                .filter(requires.modifiers()::contains)
                .map(modifier -> modifier.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean isOfJdk(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }
}
