package dev.layers.docs.change;

import dev.layers.docs.model.ModuleSet;
import java.nio.file.Path;
import java.util.List;

/**
 * Modules as they were released together.
 *
 * @param paths where they were read from
 */
public record Release(List<Path> paths, ModuleSet modules) {}
