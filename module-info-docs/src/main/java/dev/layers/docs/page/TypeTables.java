package dev.layers.docs.page;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.Grant;
import dev.layers.docs.text.Blocks;
import dev.layers.docs.text.Words;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The public types of each package that a module exports.
 *
 * @param types those that stand in a table, by package
 */
record TypeTables(SortedMap<String, List<DocumentedType>> types) {
    static TypeTables of(DocumentedModule module) {
        Set<String> exported =
                module.exports().stream().map(Grant::packageName).collect(Collectors.toUnmodifiableSet());
        return new TypeTables(module.content().types().stream()
                .filter(DocumentedType::isPublic)
                .filter(type -> exported.contains(type.packageName()))
                .collect(Collectors.groupingBy(DocumentedType::packageName, TreeMap::new, Collectors.toList())));
    }

    /** Adds a section for each package. */
    void addTo(Blocks blocks) {
        types.forEach((packageName, those) -> {
            Words title = Words.plain("Package ").and(Words.code(packageName));
            TypeColumns columns = TypeColumns.of(those);
            blocks.heading(2, packageName, title)
                    .table(columns.header(), those.stream().map(columns::row).toList());
        });
    }

    /** Returns the name of a package, linked to its types on {@code page} if there are any. */
    Words packageName(String name, String page) {
        return types.containsKey(name) ? Words.link(page, name, name) : Words.code(name);
    }

    /** Returns the name of a type, linked to its row on {@code page} if there is one. */
    Words type(String name, String page) {
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        boolean isShown = types.getOrDefault(packageName, List.of()).stream()
                .anyMatch(type -> type.name().equals(name));
        return isShown ? Words.link(page, name, name) : Words.code(name);
    }
}
