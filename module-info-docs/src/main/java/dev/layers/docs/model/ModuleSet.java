package dev.layers.docs.model;

import java.util.List;

/**
 * Modules that are documented together.
 *
 * @param modules the documented ones, by name
 * @param known others that are only known by what they export, so that types can be told to be theirs: those of the running
 *     image where it is not documented itself
 * @param troubles what could not be read, and was left out
 */
public record ModuleSet(List<DocumentedModule> modules, List<DocumentedModule> known, List<Trouble> troubles) {}
