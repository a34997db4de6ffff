package dev.layers.docs.page;

import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.Trait;
import dev.layers.docs.model.TypeParameter;
import dev.layers.docs.text.Word.Tone;
import dev.layers.docs.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a table of types says of each; nothing that it could say of none. */
record TypeColumns(boolean summaries, boolean annotations) {
    static TypeColumns of(List<DocumentedType> types) {
        Predicate<DocumentedType> isAnnotated = type -> !type.annotations().isEmpty();
        return new TypeColumns(
                types.stream().anyMatch(type -> type.summary().isPresent()),
                types.stream().anyMatch(isAnnotated));
    }

    List<String> header() {
        return chosen(List.of("Type", "Kind", "What it is", "Annotations"));
    }

    /** Returns the row of a type, which links lead to by its name. */
    List<Words> row(DocumentedType type) {
        return chosen(List.of(
                Words.place(type.name(), shortName(type)),
                kind(type),
                Words.plain(type.summary().orElse("")),
                Words.codes(type.annotations().stream()
                        .map(annotation -> "@" + simple(annotation))
                        .toList())));
    }

    private <T> List<T> chosen(List<T> all) {
        List<T> chosen = new ArrayList<>(all.subList(0, 2));
        if (summaries) {
            chosen.add(all.get(2));
        }
        if (annotations) {
            chosen.add(all.get(3));
        }
        return chosen;
    }

    private static Words kind(DocumentedType type) {
        String name = type.kind().name().toLowerCase(Locale.ROOT);
        Words kind = Words.plain(type.traits().contains(Trait.SEALED) ? "sealed " + name : name);
        return type.traits().contains(Trait.DEPRECATED)
                ? kind.and(" ").and(Words.label("deprecated", Tone.WARNING))
                : kind;
    }

    private static String shortName(DocumentedType type) {
        String parameters = type.parameters().isEmpty()
                ? ""
                : type.parameters().stream().map(TypeParameter::name).collect(Collectors.joining(", ", "<", ">"));
        return simple(type.name()) + parameters;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
