package dev.layers;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A generation that serves, and how it will be unloaded. */
record Served(Generation generation, Unloading unloading) {
    GenerationName name() {
        return generation.name();
    }

    /** Returns the names of the modules that it stands on. */
    Set<String> needs() {
        List<GenerationName> below = generation.footing().generations();
        return below.isEmpty() ? Set.of() : names(below);
    }

    private static Set<String> names(List<GenerationName> generations) {
        return generations.stream().map(GenerationName::module).collect(Collectors.toSet());
    }
}
