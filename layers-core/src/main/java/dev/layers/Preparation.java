package dev.layers;

import dev.layers.internal.resolution.Resolved;
import dev.layers.preflight.Origin;

/**
 * An artifact that may be loaded; no code of it has run.
 *
 * @param module the module that its snapshot stands for
 * @param resolved its modules, resolved together with those of the host
 */
record Preparation(Source source, Origin origin, String module, Resolved resolved) {}
