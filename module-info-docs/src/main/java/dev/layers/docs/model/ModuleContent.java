package dev.layers.docs.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What the classes of a module say.
 *
 * @param types the public types of its exported packages, its providers, and the types of the module that their public
 *     signatures name, those of these and so on, by name
 * @param packagesUsed packages that its classes or its descriptor name and that are not its own: more rather than fewer
 * @param typesExposed types that public and protected signatures of packages exported to every module name and that are in
 *     no package that this module exports, those that {@code java.base} exports left out; by name, each with the first type
 *     or member that names it
 * @param membersUsed members of types of other modules, those of the JDK left out, that its code links to
 * @param summary the first sentence of the module's Javadoc, where a sources jar has it
 */
public record ModuleContent(
        List<DocumentedType> types,
        SortedSet<String> packagesUsed,
        Map<String, String> typesExposed,
        SortedSet<MemberUse> membersUsed,
        Optional<String> summary) {
    /** Returns that of a module of which nothing but the descriptor is known. */
    public static ModuleContent unknown() {
        return new ModuleContent(
                List.of(), Collections.emptySortedSet(), Map.of(), Collections.emptySortedSet(), Optional.empty());
    }
}
