package dev.layers.docs.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.DocsException;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.model.Trouble;
import dev.layers.docs.read.Inputs.Image;
import java.nio.file.Path;
import java.util.List;

/** Reads as tests do. */
final class Reading {
    private Reading() {}

    static ModuleSet of(Path... paths) throws DocsException {
        return ModuleReader.read(new Inputs(List.of(paths), Image.LEFT_OUT));
    }

    static DocumentedModule moduleAt(Path... paths) throws DocsException {
        ModuleSet set = of(paths);
        assertThat(set.troubles()).isEmpty();
        assertThat(set.modules()).hasSize(1);
        return set.modules().get(0);
    }

    static DocumentedType type(DocumentedModule module, String name) {
        return module.content().types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no type '" + name + "' among " + names(module)));
    }

    static List<String> names(DocumentedModule module) {
        return module.content().types().stream().map(DocumentedType::name).toList();
    }

    static List<String> names(ModuleSet set) {
        return set.modules().stream().map(DocumentedModule::name).toList();
    }

    /** Asserts that there is one trouble, and what it says. */
    static void assertTrouble(ModuleSet set, String place, String found) {
        assertThat(set.troubles()).containsExactly(new Trouble(place, found));
    }
}
