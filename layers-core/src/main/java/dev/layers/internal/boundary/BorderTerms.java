package dev.layers.internal.boundary;

import java.util.function.BooleanSupplier;

/**
 * What differs from border to border.
 *
 * @param generation the name of the generation, as it stands in texts
 * @param gate whether calls into the generation may begin
 * @param strictness what happens to a value that cannot cross
 * @param lateCalls what calls do whose generation is gone
 * @param contextLoaders the context class loaders of calls
 */
public record BorderTerms(
        String generation,
        BooleanSupplier gate,
        Strictness strictness,
        LateCalls lateCalls,
        ContextLoaders contextLoaders) {}
