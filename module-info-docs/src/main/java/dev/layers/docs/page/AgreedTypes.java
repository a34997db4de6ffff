package dev.layers.docs.page;

import dev.layers.docs.contract.AgreedType;
import dev.layers.docs.contract.Agreement;
import dev.layers.docs.contract.Crossing;
import dev.layers.docs.contract.Kind;
import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.NamedUse;
import dev.layers.docs.text.Blocks;
import dev.layers.docs.text.Word.Tone;
import dev.layers.docs.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types that cross at the contract of a module: a section for each.
 *
 * @param page the name of the page that the sections stand on
 */
record AgreedTypes(DocumentedModule module, Agreement agreement, String page) {
    private static final List<String> COMPONENTS = List.of("Component", "Crosses as");
    private static final Pattern NAME = Pattern.compile("[\\p{javaJavaIdentifierPart}.]+");
    private static final String NOTHING = "void";

    /** Adds the section of a type, which links lead to by its name. */
    void add(AgreedType agreed, Blocks blocks) {
        addHead(agreed.type(), blocks);
        addMembers(agreed, blocks);
        if (!agreed.beyond().isEmpty()) {
            blocks.paragraph(Words.plain("It has methods of ")
                    .and(Words.codes(agreed.beyond()))
                    .and(" as well."));
        }
    }

    /** Adds the section of a type whose methods are called without a boundary. */
    void addCalls(AgreedType agreed, Blocks blocks) {
        addHead(agreed.type(), blocks);
        blocks.table(
                List.of("Method", "What it does"),
                agreed.methods().stream()
                        .map(AgreedType.Method::method)
                        .map(method -> List.of(
                                Words.code(signature(method)),
                                Words.plain(method.summary().orElse(""))))
                        .toList());
    }

    private void addHead(DocumentedType type, Blocks blocks) {
        String kind = type.kind().name();
        String title = kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT) + " ";
        blocks.heading(2, type.name(), Words.plain(title).and(Words.code(shortened(type.name()))));
        type.summary().ifPresent(blocks::paragraph);
    }

    private void addMembers(AgreedType agreed, Blocks blocks) {
        if (!agreed.components().isEmpty()) {
            blocks.table(
                    COMPONENTS,
                    agreed.components().stream()
                            .map(each -> List.of(Words.code(each.name()), words(each.crossing())))
                            .toList());
            return;
        }
        if (agreed.methods().isEmpty()) {
            blocks.paragraph("It declares no method.");
        }
        boolean isSummed = agreed.methods().stream()
                .anyMatch(each -> each.method().summary().isPresent());
        List<String> header = new ArrayList<>(List.of("Method", "Arguments cross as", "Result crosses as"));
        if (isSummed) {
            header.add("What it does");
        }
        blocks.table(
                header,
                agreed.methods().stream().map(each -> row(each, isSummed)).toList());
    }

    private List<Words> row(AgreedType.Method agreed, boolean isSummed) {
        DocumentedMethod method = agreed.method();
        List<Words> row = new ArrayList<>(List.of(
                Words.code(signature(method)),
                Words.joined(agreed.parameters().stream().map(this::words).toList(), ", "),
                agreed.result().text().equals(NOTHING) ? Words.none() : words(agreed.result())));
        if (isSummed) {
            row.add(Words.plain(method.summary().orElse("")));
        }
        return row;
    }

    private static String signature(DocumentedMethod method) {
        return method.name()
                + method.parameters().stream().map(NamedUse::name).collect(Collectors.joining(", ", "(", ")"));
    }

    private Words words(Crossing crossing) {
        String text = crossing.text();
        Words type =
                agreement.at(text).isPresent() ? Words.link(page, text, shortened(text)) : Words.code(shortened(text));
        return label(crossing.kind()).and(" ").and(type);
    }

    /** Returns the word for a kind. */
    static Words label(Kind kind) {
        return Words.label(kind.text(), tone(kind));
    }

    private static Tone tone(Kind kind) {
        return switch (kind) {
            case PLAIN -> Tone.GOOD;
            case NONE -> Tone.BAD;
            case OPAQUE, UNKNOWN -> Tone.WARNING;
            default -> Tone.NEUTRAL;
        };
    }

    /** Returns whether any value is of that kind, or a part of one. */
    boolean namesKind(Kind kind) {
        return agreement.types().stream()
                .flatMap(AgreedTypes::crossings)
                .anyMatch(crossing -> crossing.kind() == kind || crossing.text().contains(kind.text() + " "));
    }

    private static Stream<Crossing> crossings(AgreedType type) {
        Stream<Crossing> components = type.components().stream().map(AgreedType.Component::crossing);
        Stream<Crossing> methods = type.methods().stream()
                .flatMap(method -> Stream.concat(method.parameters().stream(), Stream.of(method.result())))
                .filter(crossing -> !crossing.text().equals(NOTHING));
        return Stream.concat(components, methods);
    }

    /** Returns text in which the types of the module itself have short names. */
    String shortened(String text) {
        return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(shortName(found.group())));
    }

    private String shortName(String name) {
        int end = name.lastIndexOf('.');
        boolean isOwn = end > 0 && module.descriptor().packages().contains(name.substring(0, end));
        return isOwn ? name.substring(end + 1).replace('$', '.') : name;
    }
}
