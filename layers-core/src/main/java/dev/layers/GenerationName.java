package dev.layers;

import java.util.Objects;

/**
 * Names one loaded life of a module, as in {@code chat#3}; its class loader bears the same name.
 *
 * @param module the name of the module
 * @param number 1 for the first generation under this name, then counted up; a failed load uses one up
 * @since 0.1
 */
public record GenerationName(String module, int number) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if {@code number} is less than 1
     */
    public GenerationName {
        Objects.requireNonNull(module, "module");
        if (number < 1) {
            throw new IllegalArgumentException(
                    "Generation of module '" + module + "': " + number + "; wanted 1 or more");
        }
    }

    @Override
    public String toString() {
        return module + "#" + number;
    }
}
