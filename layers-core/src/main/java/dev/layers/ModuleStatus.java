package dev.layers;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What can be said of a module at one moment.
 *
 * @param generation the generation that serves, or served last
 * @param state where the module is in its life
 * @param artifact the path it was loaded from
 * @param digest SHA-256 of the bytes that were loaded, in lower-case hexadecimal; for a single jar that of the file
 * @param loadedAt when the generation began to serve
 * @since 0.1
 */
public record ModuleStatus(
        GenerationName generation, ModuleState state, Path artifact, String digest, Instant loadedAt) {}
