package dev.layers;

import dev.layers.preflight.Origin;
import java.time.Instant;

/**
 * What can be said of a module at one moment.
 *
 * @param generation the generation that serves, or served last
 * @param state where the module is in its life
 * @param origin where that generation was read from, with its digest and signers
 * @param loadedAt when the generation began to serve
 * @since 0.1
 */
public record ModuleStatus(GenerationName generation, ModuleState state, Origin origin, Instant loadedAt) {}
