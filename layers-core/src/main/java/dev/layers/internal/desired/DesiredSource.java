package dev.layers.internal.desired;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an artifact is read from.
 *
 * @param text how the file says it
 * @param path where it lies
 * @param absence why it cannot be read, if that is known without trying, and what to do
 */
public record DesiredSource(String text, Path path, Optional<String> absence) {}
